import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, SettleTokens, type Board, type Thread } from '@kundig/forum/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { AppointExpertService } from '@kundig/moderation/server';
import type { TestMember } from '../support/community.js';
import { tokenIn } from '../support/mailbox.js';
import { ThreadPage } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let board: Board;
let asker: TestMember;
let helper: TestMember;

beforeAll(async () => {
  board = await stage.community.board({ nameDe: 'Telefonanlagen', nameEn: 'Telephone systems' });
  [asker, helper] = [await stage.community.member(), await stage.community.member()];
});

const title = (what: string, scripts: boolean) => `${what} ${scripts ? 'mit' : 'ohne'} Skripte?`;
const pathOf = ({ slug, publicId }: Thread) => `/t/${slug}/${publicId}`;

/** A question with an answer, accepted or not. */
async function answered(name: string, accepted: boolean): Promise<Thread> {
  const thread = await stage.community.question(asker, board, { title: name });
  const { publicId } = await stage.community.reply(helper, thread);
  if (accepted)
    await stage.community.get(MarkSolutionService).execute(await stage.community.as(asker), publicId, true);
  return thread;
}
const figureOf = async ({ id }: Thread, column: string): Promise<number> => {
  const [row] = await stage.community.owner.query<Record<string, number>[]>(
    `SELECT ${column} FROM forum.thread WHERE id = $1`,
    [id],
  );
  return row![column]!;
};

describe.each(BOTH_WAYS)('the same problem, $way', ({ scripts }) => {
  it('is counted once, followed, and taken back', async () => {
    const thread = await stage.community.question(asker, board, {
      title: title('Warum rauscht die Leitung', scripts),
    });
    const person = await stage.arrive({ scripts, as: await stage.community.member() });
    await new ThreadPage(person).open(thread);
    await person.submit(person.t('forum:same.give', { count: 0 }));
    const pressed = person.button(person.t('forum:same.give', { count: 1 }));
    await pressed.waitFor();
    expect(await pressed.getAttribute('aria-pressed')).toBe('true');
    await person.audit('thread one shares the problem of');
    expect(await figureOf(thread, 'same_problem_count')).toBe(1);

    await person.submit(person.t('forum:same.give', { count: 1 }));
    await person.button(person.t('forum:same.give', { count: 0 })).waitFor();
    expect(await figureOf(thread, 'same_problem_count')).toBe(0);
  });
});

describe.each(BOTH_WAYS)('the same problem without an account, $way', ({ scripts }) => {
  it('is counted by the click in a mail, which opening the link is not', async () => {
    const thread = await stage.community.question(asker, board, {
      title: title('Warum fällt die Leitung aus', scripts),
    });
    const mail = `gast${randomUUID().slice(0, 8)}@firma.example`;
    const guest = await stage.arrive({ scripts });
    await guest.open(pathOf(thread));
    await guest.link(guest.t('forum:same.give', { count: 0 })).click();
    await guest.heading(guest.t('pages:same.title'));
    await guest.audit('same problem: address');
    await guest.page.getByLabel(guest.t('identity:field.mail')).fill(mail);
    await guest.submit(guest.t('identity:shared.send'));
    await guest.heading(guest.t('pages:sameSent.title'));
    const link = `/same-problem/confirm/${tokenIn(await stage.mailTo(mail), 'same-problem/confirm')}`;
    const device = await stage.arrive({ scripts });
    await device.open(link);
    await device.heading(device.t('pages:same.confirmTitle'));
    await device.audit('same problem: confirm');
    expect(await figureOf(thread, 'same_problem_count')).toBe(0);
    await device.submit(device.t('identity:shared.confirm'));
    await device.heading(thread.title);
    expect(await figureOf(thread, 'same_problem_count')).toBe(1);
  });
});

describe.each(BOTH_WAYS)('whether it helped, $way', ({ scripts }) => {
  it('is answered without an account, once per browser, with what was amiss', async () => {
    const thread = await answered(title('Wie klingelt es im Lager', scripts), true);
    const counts = () =>
      stage.community.owner.query(
        `SELECT d.answer, d.count FROM kudos.helped_day d JOIN forum.post p ON p.id = d.post_id WHERE p.thread_id = $1`,
        [thread.id],
      );
    const visitor = await stage.arrive({ scripts });
    await visitor.open(pathOf(thread));
    await visitor.audit('thread with a solution');
    const answer = async () => {
      await visitor.page.getByText(visitor.t('kudos:helped.no'), { exact: true }).click();
      await visitor.submit(visitor.t('kudos:helped.outdated'));
    };
    await answer();
    const thanks = visitor.t(scripts ? 'kudos:helped.thanks' : 'pages:helped.title');
    await visitor.page.getByText(thanks).first().waitFor();
    expect(await counts()).toEqual([{ answer: 'outdated', count: 1 }]);
    await visitor.open(pathOf(thread));
    await answer();
    await visitor.page.getByText(thanks).first().waitFor();
    expect(await counts()).toEqual([{ answer: 'outdated', count: 1 }]);
    const cookies = await visitor.context.cookies();
    expect(cookies.map(({ name }) => name)).toEqual(['kundig_helped']);
  });
});

describe.each(BOTH_WAYS)('the link that asks an asker, $way', ({ scripts }) => {
  it('changes nothing when it is opened, and publishes how the asker solved it', async () => {
    const thread = await answered(title('Wo ist der Anschluss', scripts), false);
    const link = `/solved/${stage.community.get(SettleTokens).issue(thread.publicId)}`;
    const person = await stage.arrive({ scripts });
    await person.open(link);
    await person.open(link);
    await person.heading(person.t('pages:settle.title'));
    await person.audit('is it solved');
    expect(await figureOf(thread, 'solution_count')).toBe(0);
    const how = `Der Anschluss war im Keller, ${scripts ? 'links' : 'rechts'}.`;
    await person.page.getByLabel(person.t('forum:settle.how')).fill(how);
    await person.submit(person.t('forum:settle.sendSelf'));
    await person.heading(thread.title);
    await person.page.getByText(how).first().waitFor();
    expect(await figureOf(thread, 'solution_count')).toBe(1);
    await person.open(link);
    await person.page.getByText(person.t('pages:settle.done')).waitFor();
  });
});

describe.each(BOTH_WAYS)('a solution an expert proposes, $way', ({ scripts }) => {
  it('is put forward two weeks later and confirmed by a moderator', async () => {
    const thread = await answered(title('Warum knackt es in der Leitung', scripts), false);
    const moderator = await stage.community.withRole('moderator');
    const expert = await stage.community.member();
    await stage.community.get(AppointExpertService).execute(await stage.community.as(moderator), {
      ...{ nickname: expert.nickname, boardId: board.publicId, reason: 'Kennt jede Anlage', months: 1 },
    });
    await stage.community.owner.query(
      `UPDATE forum.thread SET last_post_at = last_post_at - interval '15 days' WHERE id = $1`,
      [thread.id],
    );
    const person = await stage.arrive({ scripts, as: expert });
    await person.open(pathOf(thread));
    await person.page.getByText(person.t('forum:propose.open'), { exact: true }).first().click();
    await person.audit('form of a proposal');
    await person.page.getByLabel(person.t('forum:propose.reason')).first().fill('So steht es im Handbuch.');
    await person.submit(person.t('forum:propose.send'));
    await person.page.getByRole('article', { name: person.t('forum:propose.note') }).waitFor();
    await person.audit('thread with a proposed solution');
    const decider = await stage.arrive({ scripts, as: moderator });
    await decider.open('/desk/proposals');
    await decider.heading(decider.t('pages:desk.proposals'));
    await decider.audit('proposed solutions');
    const proposal = decider.page.getByRole('article', { name: decider.t('forum:propose.note') });
    await proposal.getByText('So steht es im Handbuch.').waitFor();
    await decider.submit(decider.t('moderation:proposal.accept'), proposal.filter({ hasText: thread.title }));
    await decider.heading(thread.title);
    expect(await figureOf(thread, 'solution_count')).toBe(1);
  });
});

describe('the ranking', () => {
  it('is shown from five members on, and leaves out who does not want to be listed', async () => {
    const helpers = await Promise.all(Array.from({ length: 5 }, () => stage.community.member()));
    const thread = await stage.community.question(asker, board);
    for (const each of helpers) {
      const { publicId } = await stage.community.reply(each, thread);
      await stage.community.get(GiveKudosService).execute(await stage.community.as(asker), publicId);
    }
    await stage.jobsDone();
    for (const { scripts } of BOTH_WAYS) {
      const person = await stage.arrive({ scripts, as: helpers[0] });
      await person.open('/ranking?by=kudos&period=week');
      await person.heading(person.t('pages:ranking.title'));
      await person.audit('ranking');
      await person.link(helpers[0]!.nickname, person.page.getByRole('table').first()).waitFor();
      await person.submit(person.t('merits:absence.leave'));
      await person.button(person.t('merits:absence.back')).waitFor();
      await person.open('/ranking?by=kudos&period=week');
      await until(
        async () => (await person.link(helpers[0]!.nickname, person.page.getByRole('main')).count()) === 0,
        'the name to be gone',
      );
      await person.submit(person.t('merits:absence.back'));
      await person.button(person.t('merits:absence.leave')).waitFor();
    }
  });
});
