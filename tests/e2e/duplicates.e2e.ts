import { beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import type { TestMember } from '../support/community.js';
import { PHONE } from './support/audit.js';
import { ThreadPage } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let board: Board;
let asker: TestMember;
let moderator: TestMember;
beforeAll(async () => {
  board = await stage.community.board();
  asker = await stage.community.member();
  moderator = await stage.community.withRole('moderator');
});

/** A solved question, and one that asks the same. */
async function twins(way: string): Promise<{ solved: Thread; twin: Thread }> {
  const solved = await stage.community.question(asker, board, {
    title: `Telefon klingelt nur in der Zentrale (${way})`,
  });
  const answer = await stage.community.reply(moderator, solved, { body: 'Die Rufgruppe neu anlegen.' });
  await stage.community
    .get(MarkSolutionService)
    .execute(await stage.community.as(asker), answer.publicId, true);
  const twin = await stage.community.question(asker, board, { title: `Warum bleibt es still? (${way})` });
  return { solved, twin };
}

describe.each(BOTH_WAYS)('marking a duplicate, $way', ({ scripts }) => {
  it.each(['de', 'en'] as const)(
    'leads readers to the other thread, and is taken back (%s)',
    async (locale) => {
      const way = `${locale}, ${scripts ? 'mit' : 'ohne'} Skripte`;
      const { solved, twin } = await twins(way);
      const person = await stage.arrive({ scripts, locale, as: moderator });
      await person.open(`/t/${twin.slug}/${twin.publicId}/moderate`);
      await person.awake();
      await person.page
        .getByRole('textbox', { name: person.t('moderation:duplicate.of') })
        .fill(`https://community.example/t/${solved.slug}/${solved.publicId}`);
      await person.submit(person.t('moderation:duplicate.findSend'));
      await person.heading(person.t('pages:duplicate.title'));
      await person.page.getByText(person.t('moderation:duplicate.stays')).waitFor();
      await person.audit('marking a duplicate');
      await person.submit(person.t('moderation:duplicate.send'));
      await person.heading(twin.title);
      await person.page.getByRole('status').getByText(person.t('pages:moderate.duplicateMarked')).waitFor();
      const note = person.page.getByRole('note', { name: person.t('forum:duplicate.note') });
      await note.getByText(person.t('forum:duplicate.solved')).waitFor();
      await note.getByText('Die Rufgruppe neu anlegen.').waitFor();
      await person.page.getByText(person.t('pages:thread.goesOnIn')).waitFor();
      await person.audit('a thread just marked as a duplicate');

      const visitor = await stage.arrive({ scripts, locale, size: PHONE });
      await new ThreadPage(visitor).open(twin);
      await visitor.audit('a duplicate');
      const box = await visitor.page
        .getByRole('note', { name: visitor.t('forum:duplicate.note') })
        .boundingBox();
      expect(box!.y + box!.height).toBeLessThanOrEqual(PHONE.height);
      await visitor.page.getByRole('note').getByRole('link', { name: solved.title }).click();
      await visitor.heading(solved.title);
      await visitor.page.getByRole('heading', { name: visitor.t('pages:thread.alsoAsked') }).waitFor();
      await visitor.audit('a thread that was asked again');

      await person.open(`/t/${twin.slug}/${twin.publicId}/moderate`);
      await person.audit('taking back a duplicate');
      await person.awake();
      await person.submit(person.t('moderation:duplicate.unmark'));
      await person.page.getByRole('status').getByText(person.t('pages:moderate.duplicateUnmarked')).waitFor();
      expect(await note.count()).toBe(0);
    },
  );
});

it('finds the other thread by words', async () => {
  const { solved, twin } = await twins('Quittenlampe');
  const person = await stage.arrive({ scripts: true, as: moderator });
  const found = person.page.getByRole('main').getByRole('link', { name: solved.title });
  await until(async () => {
    await person.open(`/t/${twin.slug}/${twin.publicId}/duplicate?of=Quittenlampe`);
    await person.heading(person.t('pages:duplicate.title'));
    return (await found.count()) > 0;
  }, 'the thread to be found');
  await person.audit('looking for the thread that asked first');
  await person.awake();
  await found.click();
  await person.button(person.t('moderation:duplicate.send')).waitFor();
});
