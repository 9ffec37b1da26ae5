import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board } from '@kundig/forum/server';
import { GiveKudosService } from '@kundig/kudos/server';
import { ReportPostService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
import type { TestMember } from '../support/community.js';
import { AuditPage, FaqDesk, OutboxPage, ReportsDesk } from './support/pages/desk-pages.js';
import { ThreadPage } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let board: Board;
let asker: TestMember;
let helper: TestMember;

beforeAll(async () => {
  board = await stage.community.board();
  [asker, helper] = [await stage.community.member(), await stage.community.member()];
});

const title = (what: string, scripts: boolean) => `${what} ${scripts ? 'mit' : 'ohne'} Skripte?`;

describe.each(BOTH_WAYS)('moderation, $way', ({ scripts }) => {
  it('follows a report: hidden with its reason, restored, closed, and all of it in the log', async () => {
    const question = await stage.community.question(asker, board, {
      title: title('Was ist hier passiert', scripts),
    });
    const bad = await stage.community.reply(helper, question, { body: 'Kaufen Sie günstige Uhren bei mir.' });
    const reporter = await stage.arrive({ scripts, as: asker });
    const seen = await new ThreadPage(reporter).open(question);
    await seen.choose(seen.answer('günstige Uhren'), 'post.report');
    await reporter.page.getByLabel(reporter.t('moderation:report.reason')).selectOption('SPAM');
    await reporter.page.getByRole('textbox').last().fill('Das ist schon das dritte Mal.');
    await reporter.submit(reporter.t('moderation:report.send'));
    await reporter.heading(reporter.t('pages:reported.title'));
    await reporter.audit('report sent');
    await reporter.link(reporter.t('pages:reported.back')).click();
    await reporter.heading(question.title);

    const moderator = await stage.arrive({ scripts, as: await stage.community.withRole('moderator') });
    const desk = await new ReportsDesk(moderator).open();
    expect(await desk.about(question.title).innerText()).not.toContain(asker.nickname);
    await desk.hide(question.title, 'Werbung in eigener Sache');

    const visitor = await stage.arrive({ scripts });
    const thread = await new ThreadPage(visitor).open(question);
    await until(async () => {
      await thread.again();
      return (await thread.answers.innerText()).includes('Werbung in eigener Sache');
    }, 'the stub');
    expect(await visitor.html()).not.toContain('günstige Uhren');

    await moderator.open(`/p/${bad.publicId}/hide`);
    await moderator.audit('restore');
    await moderator.page
      .getByRole('textbox', { name: moderator.t('moderation:hide.reason') })
      .fill('War doch keine Werbung');
    await moderator.submit(moderator.t('moderation:restore.send'));
    const restored = new ThreadPage(moderator);
    await restored.answer('günstige Uhren').waitFor();
    await moderator.submit(moderator.t('moderation:lock.close'));
    await moderator.button(moderator.t('moderation:lock.open')).waitFor();
    await moderator.page.getByText(moderator.t('pages:moderate.locked')).waitFor();
    await until(async () => {
      await thread.again();
      return visitor.page.getByText(visitor.t('pages:thread.lockedHint')).isVisible();
    }, 'the closed thread');

    const administrator = await stage.arrive({
      scripts,
      as: await stage.community.withRole('administrator'),
    });
    const log = await new AuditPage(administrator).open();
    await log.rows('Werbung in eigener Sache').first().waitFor();
    await log.rows('War doch keine Werbung').first().waitFor();
  });

  it('is taken by one moderator, seen by the other, decided, and taken back', async () => {
    const question = await stage.community.question(asker, board, { title: title('Wer nimmt das', scripts) });
    const reply = await stage.community.reply(helper, question, { body: 'Das gehört woanders hin.' });
    await stage.community.get(ReportPostService).execute(await stage.community.as(asker), {
      ...{ postId: reply.publicId, reason: 'wrong-place', note: null },
    });
    const first = await stage.arrive({ scripts, as: await stage.community.withRole('moderator') });
    const desk = await new ReportsDesk(first).open();
    await desk.press(question.title, 'moderation:queue.take');
    await desk.about(question.title).getByText(first.t('moderation:queue.mine')).waitFor();

    const second = await stage.arrive({ scripts, as: await stage.community.withRole('moderator') });
    const other = await new ReportsDesk(second).open();
    expect(
      await second.button(second.t('moderation:reports.keep'), other.about(question.title)).count(),
    ).toBe(0);
    await other.press(question.title, 'moderation:queue.takeOver');
    await other.press(question.title, 'moderation:reports.keep');
    await other.about(question.title).waitFor({ state: 'detached' });
    await second.audit('a decided report');
    await second.submit(second.t('moderation:queue.undo'));
    await other.about(question.title).getByText(second.t('moderation:queue.mine')).waitFor();
  });

  it.each(['/desk/reports', '/desk/audit', '/desk/faq', '/desk/outbox'])(
    'shows %s to nobody else',
    async (path) => {
      const member = await stage.arrive({ scripts, as: asker });
      member.faults.expect(404);
      await member.open(path);
      await member.heading(member.t('pages:problem.missing.title'));
      await member.audit('not found');
    },
  );
});

describe.each(BOTH_WAYS)('the FAQ, $way', ({ scripts }) => {
  it('is written by one, released by another, and leaves as files without any author', async () => {
    const question = await stage.community.question(asker, board, {
      title: title('Wie lange dauert der Umzug', scripts),
    });
    const answer = await stage.community.reply(helper, question, { body: 'In der Regel zehn Werktage.' });
    const thankful = await stage.community.as(asker);
    await stage.community.get(MarkSolutionService).execute(thankful, answer.publicId, true);
    await stage.community.get(GiveKudosService).execute(thankful, answer.publicId);

    const editor = await stage.arrive({ scripts, as: await stage.community.withRole('editor') });
    const writing = await new FaqDesk(editor).open();
    await writing.take(question.title);
    const asked = title('Wie lange dauert ein Umzug des Anschlusses', scripts);
    await writing.edit(question.title, { question: asked, answer: 'Rechnen Sie mit **zehn Werktagen**.' });
    await writing.unfolded(asked);
    expect(await writing.releaseButton(asked).count()).toBe(0); // nobody releases what they wrote

    const second = await stage.arrive({ scripts, as: await stage.community.withRole('editor') });
    const releasing = await new FaqDesk(second).open();
    await releasing.release(asked);
    await releasing.export();
    await until(async () => {
      await second.open('/desk/faq');
      return (await releasing.files().count()) >= 4;
    }, 'the files of the export');

    for (const link of await releasing.files().all()) {
      const address = (await link.getAttribute('href'))!;
      const file = await second.page.request.get(address);
      expect(file.status()).toBe(200);
      expect(file.headers()['content-disposition']).toMatch(/^attachment/);
      const content = await file.text();
      expect(content.includes('zehn Werktagen')).toBe(address.includes('.de.')); // each language has files of its own
      for (const { nickname, memberId } of [asker, helper]) {
        expect(content).not.toContain(nickname);
        expect(content).not.toContain(memberId);
      }
    }

    const published = await second.page.request.get('/faq/export/faq.de.jsonld');
    expect(await published.json()).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: expect.arrayContaining([
        expect.objectContaining({
          '@type': 'Question',
          name: asked,
          acceptedAnswer: { '@type': 'Answer', text: expect.stringContaining('zehn Werktagen') },
        }),
      ]),
    });

    const visitor = await stage.arrive({ scripts });
    await visitor.open('/faq');
    await visitor.audit('faq');
    const entry = visitor.page.locator('details').filter({ hasText: asked });
    await entry.locator('summary').click();
    await visitor.link(visitor.t('pages:faq.open'), entry).click();
    await visitor.heading(asked);
    await visitor.audit('faq entry');
    await visitor.page.reload(); // what stands in the page for search engines comes with a whole page
    const described = await visitor.page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(described!)).toMatchObject({
      '@graph': expect.arrayContaining([expect.objectContaining({ '@type': 'FAQPage' })]),
    });
  });
});

it('shows the administrator every mail, without the links that are secret', async () => {
  const person = await stage.arrive();
  const forgetful = await stage.community.member();
  await person.open('/forgot-password');
  await person.page.getByLabel(person.t('identity:field.mail')).fill(forgetful.mail);
  await person.submit(person.t('identity:forgot.send'));
  await stage.mailTo(forgetful.mail);
  const administrator = await stage.arrive({ as: await stage.community.withRole('administrator') });
  const outbox = await new OutboxPage(administrator).open();
  expect(await outbox.read(forgetful.mail)).not.toMatch(/reset-password\/\w{8}/);
  const mail = administrator.page.getByRole('listitem').filter({ hasText: forgetful.mail }).first();
  expect(await mail.innerText()).toContain(administrator.t('notifications:outbox.sent'));
});

describe.each(BOTH_WAYS)('experts, $way', ({ scripts }) => {
  it('are appointed for a board, marked beside the name, hidden by whoever wishes, and dismissed', async () => {
    const expert = await stage.community.member();
    const thread = await stage.community.question(asker, board, {
      title: title('Wer kennt sich aus', scripts),
    });
    await stage.community.reply(expert, thread, { body: 'Die Anlage braucht eine feste Adresse.' });
    const moderator = await stage.arrive({ scripts, as: await stage.community.withRole('moderator') });
    await moderator.open('/desk/experts');
    await moderator.heading(moderator.t('pages:desk.experts'));
    await moderator.audit('experts');
    const { page } = moderator;
    await page.getByLabel(moderator.t('moderation:expert.nickname')).fill(expert.nickname);
    await page.getByLabel(moderator.t('moderation:expert.board')).selectOption(board.publicId);
    await page
      .getByLabel(moderator.t('moderation:expert.reason'), { exact: true })
      .fill('Antwortet seit Jahren verlässlich');
    await moderator.submit(moderator.t('moderation:expert.appoint'));
    await moderator.page.getByText(moderator.t('pages:desk.expertAppointed')).waitFor();
    const item = page.getByRole('article').filter({ hasText: expert.nickname });
    await item.waitFor();

    const reader = await stage.arrive({ scripts });
    const post = reader.page.getByRole('article').filter({ hasText: 'eine feste Adresse' });
    const mark = post.getByText(reader.t('kit:status.expert'), { exact: true });
    const shown = async (is: boolean) => {
      await until(
        async () => {
          await reader.open(`/t/${thread.slug}/${thread.publicId}`);
          await post.waitFor();
          return (await mark.count()) === (is ? 1 : 0);
        },
        `the mark to be ${is ? 'there' : 'gone'}`,
      );
    };
    await shown(true);
    await reader.audit('thread with an expert');
    await reader.link(reader.t('kit:frame.display'), reader.page.getByRole('contentinfo')).click();
    await reader.heading(reader.t('pages:display.title'));
    await reader.audit('display');
    await reader.submit(reader.t('pseudonyms:status.hide'));
    await reader.button(reader.t('pseudonyms:status.show')).waitFor();
    await shown(false);
    const other = await stage.arrive({ scripts });
    await other.open(`/t/${thread.slug}/${thread.publicId}`);
    await other.page.getByText(other.t('kit:status.expert'), { exact: true }).waitFor();

    const member = await stage.arrive({ scripts, as: expert });
    await member.open('/?tab=mine');
    const row = member.page.getByRole('listitem').filter({ hasText: thread.title });
    await row.getByText(member.t('forum:row.answer'), { exact: true }).waitFor();
    await member.audit('home of an expert');

    await item.locator('summary').click();
    await item.getByRole('textbox').fill('Hat das Unternehmen gewechselt');
    await moderator.submit(moderator.t('moderation:expert.end'), item);
    await item.waitFor({ state: 'detached' });
    await reader.open('/settings/display');
    await reader.submit(reader.t('pseudonyms:status.show'));
    await reader.button(reader.t('pseudonyms:status.hide')).waitFor();
    await shown(false);
  });
});

describe('an answer of staff', () => {
  it('is official in the thread, in lists and in what is found', async () => {
    const staff = await stage.community.withRole('staff');
    await stage.community.get(MemberDesk).publish(RequestContext.system(), staff.memberId, {
      ...{ realName: 'Vera Amtlich', roleDe: 'Technik', roleEn: 'Engineering' },
    });
    const word = `Amtswort${randomBytes(4).toString('hex')}`;
    const thread = await stage.community.question(asker, board, { title: `Wie gilt ${word} bei uns?` });
    const { publicId } = await stage.community.reply(staff, thread, { body: `${word} gilt ab Montag.` });
    await stage.community.get(MarkSolutionService).execute(await stage.community.as(asker), publicId, true);
    await stage.jobsDone();
    const reader = await stage.arrive();
    const official = reader.page
      .getByRole('main')
      .getByText(reader.t('kit:status.official'), { exact: true });
    await reader.open(`/t/${thread.slug}/${thread.publicId}`);
    await until(async () => (await official.count()) === 2, 'the mark at solution and post');
    await reader.audit('thread with an official answer');
    await reader.open(`/b/${board.slug}/${board.publicId}`);
    await reader.page
      .getByRole('article')
      .filter({ hasText: word })
      .getByText(reader.t('kit:status.official'))
      .waitFor();
    await reader.open(`/search?q=${word}`);
    await official.first().waitFor();
    await reader.audit('official answer found');
  });
});
