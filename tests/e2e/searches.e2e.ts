import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Thread } from '@kundig/forum/server';
import { Actor, RequestContext } from '@kundig/platform/server';
import { SearchCommunity } from '@kundig/search/server';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

let thread: Thread;
beforeAll(async () => {
  const board = await stage.community.board({ nameDe: 'Rollläden', nameEn: 'Shutters' });
  thread = await stage.community.question(await stage.community.member(), board, {
    title: 'Der Gurtwickler zieht nicht mehr ein',
    body: 'Er hängt einfach durch.',
  });
  await stage.jobsDone();
});

/** As many visitors search for it as make a search known. */
async function searchByFive(query: string): Promise<void> {
  for (let visitor = 1; visitor <= 5; visitor += 1) {
    const ctx = RequestContext.for({ actor: Actor.visitor, locale: 'de', clientAddress: randomUUID() });
    await stage.community.get(SearchCommunity).execute(ctx, { query, filter: {}, page: 1 });
  }
}

describe.each(BOTH_WAYS)('a search in vain, $way', ({ scripts }) => {
  const words = scripts ? 'rolladenband gerissen' : 'jalousieseil gerissen';

  it('becomes a recommended answer, which stands above the results and can be taken back', async () => {
    await searchByFive(words);
    const staff = await stage.arrive({ scripts, as: await stage.community.withRole('administrator') });
    const { page, t } = staff;
    await staff.open('/desk/searches');
    await staff.heading(t('pages:desk.searches'));
    const search = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: words }) });
    await search.waitFor();
    await staff.audit('searches in vain');
    const address = search.getByRole('textbox', { name: t('search:missed.address') });
    await address.fill('/t/x/gibtesnicht');
    if (!scripts) staff.faults.expect(422);
    await staff.submit(t('search:missed.recommendThis'), search);
    await page.getByText(t('search:missed.address')).first().waitFor();
    await staff.audit('a refused recommendation');

    await staff.open('/desk/searches');
    await address.fill(`/t/x/${thread.publicId}`);
    await staff.submit(t('search:missed.recommendThis'), search);
    await page
      .getByRole('status')
      .filter({ hasText: t('pages:desk.searchRecommended') })
      .waitFor();
    await staff.audit('a recommendation');

    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/search?q=${encodeURIComponent(words)}`);
    await visitor.page.getByText(visitor.t('search:recommended.mark'), { exact: true }).waitFor();
    await visitor.audit('a recommended answer');
    if (scripts) {
      const counted = visitor.page.waitForRequest('**/beacon/opened');
      await visitor.page.getByRole('link', { name: thread.title }).click();
      expect((await counted).postData()).toBe(words);
    }

    await staff.open('/desk/searches');
    const recommended = page
      .getByRole('listitem')
      .filter({ hasText: words })
      .filter({ hasText: thread.title });
    await staff.submit(t('search:recommended.withdraw'), recommended);
    await recommended.waitFor({ state: 'detached' });
  });
});
