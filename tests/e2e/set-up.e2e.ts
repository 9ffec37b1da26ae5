import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NewCommunity } from './support/new-community.js';
import { IncidentPage, SitePage } from './support/pages/admin-pages.js';
import type { Person } from './support/person.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

jest.setTimeout(240_000);

const stage = Stage.open();

/** What the style sheets make of a colour. */
const brandOf = (person: Person) =>
  person.page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('--brand')`);

describe.each(BOTH_WAYS)('a new community, $way', ({ scripts }) => {
  let community: NewCommunity;
  beforeAll(async () => {
    community = await NewCommunity.open();
  });
  afterAll(() => community?.close());

  it('is set up in the browser by whoever has the one-time link', async () => {
    const { baseUrl } = community;
    const visitor = await stage.arrive({ baseUrl, locale: 'en' });
    await visitor.open('/');
    const plain = await brandOf(visitor);

    const administrator = await stage.arrive({ baseUrl, scripts });
    const { page, t } = administrator;
    await administrator.open(community.invitation);
    await page.getByLabel(t('identity:field.mail')).fill('leitstand@firma.example');
    await page.getByLabel(t('identity:field.nickname'), { exact: true }).fill('Leitstand');
    await page.getByLabel(t('identity:field.password'), { exact: true }).fill('Elf Amseln am Morgen');
    await administrator.submit(t('identity:firstAdministrator.send'));
    await administrator.accountMenu.waitFor();

    await administrator.heading(t('pages:admin.setup'));
    await administrator.audit('checklist');
    await administrator.submit(t('site:setup.createBoards'));
    await page.getByText(t('site:setup.progress', { done: 1, count: 3 })).waitFor();
    await administrator.open('/');
    await page.getByText(t('site:setup.left', { count: 2 })).waitFor();
    await administrator.link('Technik').first().waitFor();
    await administrator.open('/admin');
    await administrator.audit('administration');
    const site = await new SitePage(administrator).open();
    if (!scripts) administrator.faults.expect(422);
    await site.save({ name: 'Drehbank', brandColour: '#ffcc00' });
    const proposal = await site.proposal();
    await site.save({ name: 'Drehbank', brandColour: proposal });
    await site.saved();
    expect((await brandOf(administrator)).trim()).toBe(proposal);

    await visitor.open('/');
    expect(await visitor.page.title()).toBe('Drehbank');
    expect((await brandOf(visitor)).trim()).toBe(proposal);
    expect(proposal).not.toBe(plain.trim());
    await visitor.audit('home in the operator’s colours');
  });

  it('tells every visitor of an incident at once, and stops when it is over', async () => {
    const { baseUrl } = community;
    const visitor = await stage.arrive({ baseUrl, scripts });
    await visitor.open('/'); // kept for the next one
    const administrator = await stage.arrive({ baseUrl, scripts });
    await administrator.open('/sign-in');
    await administrator.page
      .getByLabel(administrator.t('identity:field.mail'))
      .fill('leitstand@firma.example');
    await administrator.page
      .getByLabel(administrator.t('identity:field.password'))
      .fill('Elf Amseln am Morgen');
    await administrator.submit(administrator.t('identity:signIn.send'), administrator.page.getByRole('main'));
    await administrator.accountMenu.waitFor();
    const incident = await new IncidentPage(administrator).open();
    const text = `Die Telefonie in Köln ist gestört (${scripts ? 1 : 2}).`;
    await incident.announce({ de: text, en: 'Telephony in Cologne is down.' });

    await until(async () => {
      await visitor.open('/');
      return visitor.page.getByText(text).isVisible();
    }, 'the incident on the home page');
    await visitor.audit('home with an incident');
    await administrator.open('/ask');
    await administrator.page.getByText(text).waitFor();

    await (await new IncidentPage(administrator).open()).end();
    await until(async () => {
      await visitor.open('/');
      return (await visitor.page.getByText(text).count()) === 0;
    }, 'the end of the incident');
  });
});
