import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import { HidePostService } from '@kundig/moderation/server';
import type { TestMember } from '../support/community.js';
import { BoardPage, ThreadPage } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

let board: Board;
let target: Board;
let asker: TestMember;
let moderator: TestMember;

beforeAll(async () => {
  board = await stage.community.board();
  target = await stage.community.board({ nameDe: 'Ziel des Umzugs', nameEn: 'Target of the move' });
  asker = await stage.community.member();
  moderator = await stage.community.withRole('moderator');
});

describe.each(BOTH_WAYS)('moderating a thread, $way', ({ scripts }) => {
  it('gives it a title, pins it, slows it down, makes it a discussion and moves it', async () => {
    const old = `Hilfe, dringend, bitte (${scripts ? 'mit' : 'ohne'} Skripte)`;
    const question = await stage.community.question(asker, board, { title: old });
    const person = await stage.arrive({ scripts, as: moderator });
    const told = (text: string) => person.page.getByRole('status').getByText(person.t(text)).waitFor();
    const moderate = async (title: string) => {
      await person.link(person.t('pages:moderate.open')).click();
      await person.heading(person.t('pages:moderate.title'));
      await person.awake();
      return title;
    };
    await new ThreadPage(person).open(question);

    await moderate(old);
    await person.audit('moderating a thread');
    const title = `Telefon klingelt nicht (${scripts ? 'mit' : 'ohne'} Skripte)`;
    const form = person.page.getByRole('form', { name: person.t('moderation:care.relabel') });
    await form.getByRole('textbox', { name: person.t('moderation:care.title') }).fill(title);
    await form.getByRole('textbox', { name: person.t('moderation:care.tags') }).fill('telefon, umzug');
    await person.submit(person.t('moderation:care.relabelSend'));
    await person.heading(title);
    await told('pages:moderate.relabelled');

    await moderate(title);
    await person.submit(person.t('moderation:care.pin'));
    await person.heading(title);
    await told('pages:moderate.pinned');
    await person.audit('a thread just pinned');
    await moderate(title);
    await person.button(person.t('moderation:care.unpin')).waitFor();
    await person.submit(person.t('moderation:care.toDiscussion'));
    await person.heading(title);
    await told('pages:moderate.madeDiscussion');

    await moderate(title);
    await person.page.getByRole('combobox', { name: person.t('moderation:care.pause') }).selectOption('15');
    await person.submit(person.t('moderation:care.slowSend'));
    await person.page.getByText(person.t('pages:thread.slow', { count: 15 })).waitFor();
    await told('pages:moderate.slowed');

    await moderate(title);
    await person.page
      .getByRole('combobox', { name: person.t('moderation:care.board') })
      .selectOption(target.publicId);
    await person.submit(person.t('moderation:care.moveSend'));
    await person.heading(title);
    await person.link(target.nameDe).first().waitFor();
    await told('pages:moderate.moved');

    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/t/${question.slug}/${question.publicId}`); // the address of the first minute
    await visitor.heading(title);
    const places = [new BoardPage(visitor, board), new BoardPage(visitor, target)] as const;
    await until(async () => {
      await places[0].open();
      const left = await places[0].titles();
      await places[1].open();
      return !left.includes(title) && (await places[1].titles()).includes(title);
    }, 'the thread to have moved');
  });

  it('is nothing to members', async () => {
    const question = await stage.community.question(asker, board);
    const person = await stage.arrive({ scripts, as: asker });
    await new ThreadPage(person).open(question);
    expect(await person.link(person.t('pages:moderate.open')).count()).toBe(0);
    await person.open(`/t/${question.slug}/${question.publicId}?done=pinned`);
    await person.heading(question.title);
    expect(await person.page.getByRole('main').innerText()).not.toContain(person.t('pages:moderate.pinned'));
    person.faults.expect(404);
    await person.open(`/t/${question.slug}/${question.publicId}/moderate`);
    await person.heading(person.t('pages:problem.missing.title'));
  });
});

describe.each(BOTH_WAYS)('merging and splitting, $way', ({ scripts }) => {
  it('lets a thread go over into another one, and makes a reply a thread of its own', async () => {
    const way = scripts ? 'mit' : 'ohne';
    const title = `Telefon ist stumm, zum zweiten Mal (${way} Skripte)`;
    const from = await stage.community.question(asker, board, { title });
    await stage.community.reply(moderator, from, { body: 'Das gehört eigentlich woanders hin.' });
    const into = await stage.community.question(asker, board, {
      title: `Telefon ist stumm (${way} Skripte)`,
    });
    const person = await stage.arrive({ scripts, as: moderator });
    await person.open(`/t/${from.slug}/${from.publicId}/moderate`);
    await person.awake();
    const wanted = person.page.getByRole('textbox', { name: person.t('moderation:merge.into') });
    await wanted.fill(`https://community.example/t/${into.slug}/${into.publicId}?page=2`);
    await person.submit(person.t('moderation:merge.findSend'));
    await person.heading(person.t('pages:merge.title'));
    await person.page.getByText(person.t('moderation:merge.posts', { count: 2, first: 2 })).waitFor();
    await person.audit('merging threads');
    await person.submit(person.t('moderation:merge.send'));
    await person.heading(into.title);
    await person.page.getByRole('status').getByText(person.t('pages:moderate.merged')).waitFor();
    const thread = new ThreadPage(person);
    await thread.answer(title).waitFor();

    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/t/${from.slug}/${from.publicId}`);
    await visitor.heading(into.title);

    await person.open(`/t/${into.slug}/${into.publicId}/split`);
    await person.audit('splitting a thread');
    await person.awake();
    await person.page.getByRole('checkbox', { name: 'Das gehört eigentlich woanders hin.' }).check();
    const newTitle = `Wohin gehört das? (${way} Skripte)`;
    await person.page.getByRole('textbox', { name: person.t('moderation:split.newTitle') }).fill(newTitle);
    await person.submit(person.t('moderation:split.send'));
    await person.heading(newTitle);
    await person.page.getByRole('status').getByText(person.t('pages:moderate.splitOff')).waitFor();
    await until(async () => {
      await visitor.open(`/t/${into.slug}/${into.publicId}`);
      await visitor.heading(into.title);
      return !(await visitor.html()).includes('Das gehört eigentlich woanders hin.');
    }, 'the reply to be gone');
  });
});

describe.each(BOTH_WAYS)('redacting a passage, $way', ({ scripts }) => {
  it('takes it out of the post and of what others quoted, once its author has said that it is understood', async () => {
    const question = await stage.community.question(asker, board);
    const helper = await stage.community.member();
    const secret = `Zugang-${scripts ? 'Amsel' : 'Drossel'}nest`;
    await stage.community.reply(helper, question, { body: `Das Kennwort ist **${secret}**, glaube ich.` });
    await stage.community.reply(asker, question, {
      body: `> Das Kennwort ist ${secret}\n\nDanke, das war es.`,
    });
    const person = await stage.arrive({ scripts, as: helper });
    const thread = await new ThreadPage(person).open(question);
    await thread.choose(thread.answer('glaube ich'), 'post.redact');
    await person.heading(person.t('pages:redact.title'));
    await person.audit('redacting a passage');
    await person.page.getByRole('textbox', { name: person.t('moderation:redact.passage') }).fill(secret);
    await person.page.getByRole('checkbox').check();
    await person.submit(person.t('moderation:redact.send'));
    await person.heading(question.title);
    await thread.answer('Das Kennwort ist [geschwärzt], glaube ich.').waitFor();
    expect(await person.page.getByRole('main').innerText()).not.toContain(secret);
    const visitor = await stage.arrive({ scripts });
    await new ThreadPage(visitor).open(question);
    expect(await visitor.html()).not.toContain(secret);
  });
});

describe.each(BOTH_WAYS)('a notice of unlawful content, $way', ({ scripts }) => {
  it('is sent without an account, confirmed by mail, decided with reasons, and shows to its sender how it stands', async () => {
    const question = await stage.community.question(asker, board);
    const helper = await stage.community.member();
    const claim = `Die Firma ${scripts ? 'Adler' : 'Bussard'} betrügt alle ihre Kunden.`;
    const reply = await stage.community.reply(helper, question, { body: claim });
    const mail = `notice-${scripts ? 'a' : 'b'}@kanzlei.example`;
    const statement = 'Die Behauptung ist unwahr und setzt die Firma herab.';

    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/report-content?address=/p/${reply.publicId}`);
    await visitor.heading(visitor.t('pages:unlawful.title'));
    await visitor.audit('notice of unlawful content');
    const field = (key: string) => visitor.page.getByLabel(visitor.t(`moderation:unlawful.${key}`));
    expect(await field('addresses').inputValue()).toMatch(new RegExp(`/p/${reply.publicId}$`));
    await field('matter').selectOption('INSULT');
    await field('explanation').fill('Das ist unwahr: Niemand wurde betrogen, wie die Akten zeigen.');
    await field('name').fill('Erika Muster');
    await field('mail').fill(mail);
    await field('goodFaith').check();
    await visitor.submit(visitor.t('moderation:unlawful.send'));
    await visitor.heading(visitor.t('pages:notice.title'));
    await visitor.audit('how a notice stands');
    await visitor.page.getByText(visitor.t('pages:notice.waiting')).waitFor();
    const page = new URL(visitor.page.url()).pathname;
    expect((await stage.mailTo(mail)).text).toContain(page);

    const desk = await stage.arrive({ scripts, as: moderator });
    await desk.open('/desk/notices');
    await desk.heading(desk.t('pages:desk.notices'));
    await desk.audit('notices of unlawful content');
    const notice = desk.page.getByRole('article').filter({ hasText: reply.publicId });
    await notice.getByText('Erika Muster').waitFor();
    await notice.getByText(claim).waitFor();
    await notice.getByRole('link', { name: question.title }).waitFor();
    await notice.getByRole('textbox').fill(statement);
    await desk.submit(desk.t('moderation:unlawful.remove'), notice);
    await notice.waitFor({ state: 'detached' });
    await desk.page.getByRole('status').getByText(desk.t('pages:desk.noticeRemoved')).waitFor();

    await visitor.open(page);
    await visitor.page.getByText(visitor.t('pages:notice.removed')).waitFor();
    await visitor.page.getByText(statement).waitFor();
    expect((await stage.mailTo(mail, 1)).text).toContain(statement);
    await until(async () => {
      await new ThreadPage(visitor).open(question);
      return !(await visitor.html()).includes(claim);
    }, 'the stub');
  });
});

describe.each(BOTH_WAYS)('an objection, $way', ({ scripts }) => {
  it('is raised at the stub by its anonymous author, and decided by another person than who has hidden it', async () => {
    const writer = await stage.community.member();
    const question = await stage.community.question(asker, board, {
      title: `Wer hat das ausgeblendet, ${scripts ? 'mit' : 'ohne'} Skripte?`,
    });
    const body = 'Die Nummer des Herstellers hilft hier weiter.';
    const reply = await stage.community.reply(writer, question, { anonymous: true, body });
    await stage.community.get(HidePostService).execute(await stage.community.as(moderator), {
      ...{ postId: reply.publicId, reason: 'Enthielt eine Telefonnummer' },
    });

    const author = await stage.arrive({ scripts, as: writer });
    const thread = await new ThreadPage(author).open(question);
    await author.link(author.t('moderation:objection.open')).click();
    await author.heading(author.t('pages:objection.title'));
    await author.audit('objecting to a decision');
    await author.awake();
    await author.page.getByText('Enthielt eine Telefonnummer').waitFor();
    await author.page
      .getByLabel(author.t('moderation:objection.words'))
      .fill('Sie steht auf der Website des Herstellers.');
    await author.submit(author.t('moderation:objection.send'));
    await author.page.getByText(author.t('moderation:objection.waiting')).waitFor();
    await author.audit('a stub with an objection');

    const arrive = async (as: TestMember) => {
      const person = await stage.arrive({ scripts, as });
      await person.open('/desk/objections');
      await person.heading(person.t('pages:desk.objections'));
      return { person, objection: person.page.getByRole('article').filter({ hasText: question.title }) };
    };
    const hider = await arrive(moderator);
    await hider.objection.getByText(hider.person.t('moderation:objection.ownDecision')).waitFor();
    expect(await hider.objection.innerText()).not.toContain(writer.nickname);
    const second = await arrive(await stage.community.withRole('moderator'));
    await second.person.audit('objections');
    await second.person.awake();
    await second.objection.getByText(body).waitFor();
    await second.objection.getByRole('textbox').fill('Die Nummer ist öffentlich');
    await second.person.submit(second.person.t('moderation:objection.grant'), second.objection);
    await second.objection.waitFor({ state: 'detached' });
    await second.person.page.getByText(second.person.t('pages:desk.objectionGranted')).waitFor();

    await thread.open(question);
    await thread.answer(body).waitFor();

    const decided = async (by: typeof second) => {
      await by.person.open('/desk/objections?list=done');
      return by.objection.getByRole('button', { name: by.person.t('moderation:queue.undo') });
    };
    expect(await (await decided(hider)).count()).toBe(0);
    await (await decided(second)).waitFor();
    await second.person.audit('decided objections');
    await second.person.awake();
    await second.objection.getByRole('textbox').fill('Es war eine andere Nummer');
    await second.person.submit(second.person.t('moderation:queue.undo'), second.objection);
    await second.objection
      .getByText(second.person.t('moderation:objection.reopened', { reason: 'Es war eine andere Nummer' }))
      .waitFor();
    await second.person.audit('an objection that waits once more');
    await thread.open(question);
    await author.page
      .getByText(author.t('moderation:objection.decidedAnew', { reason: 'Es war eine andere Nummer' }))
      .waitFor();
  });
});

describe.each(BOTH_WAYS)('suspending somebody, $way', ({ scripts }) => {
  it('is begun at an anonymous post and lifted there; they read on, and are told why and how long', async () => {
    const writer = await stage.community.member();
    const question = await stage.community.question(asker, board);
    await stage.community.reply(writer, question, { anonymous: true, body: 'Kaufen Sie lieber bei mir.' });
    const writing = await stage.arrive({ scripts, as: writer });
    const begun = await new ThreadPage(writing).open(question);
    await begun.replyField.fill('Und trotzdem.');
    const person = await stage.arrive({ scripts, as: moderator });
    const thread = await new ThreadPage(person).open(question);
    await thread.choose(thread.answer('lieber bei mir'), 'post.suspend');
    await person.heading(person.t('pages:suspend.title'));
    await person.audit('suspending somebody');
    await person.page.getByLabel(person.t('moderation:suspend.reason')).fill('Werbung trotz zweier Hinweise');
    await person.page.getByLabel(person.t('moderation:suspend.length')).selectOption('30');
    await person.submit(person.t('moderation:suspend.send'));
    const note = person.page.getByText(person.t('moderation:suspend.suspendedUntil'));
    await note.waitFor();
    expect(await person.page.getByRole('main').innerText()).not.toContain(writer.nickname);

    const suspended = await stage.arrive({ scripts, as: writer });
    await suspended.heading(suspended.t('pages:suspended.title'));
    await suspended.page.getByText('Werbung trotz zweier Hinweise').waitFor();
    await suspended.audit('suspended');
    const there = await new ThreadPage(suspended).open(question);
    await suspended.link(suspended.t('pages:frame.suspendedWhy')).waitFor();
    await suspended.page.getByText(suspended.t('pages:suspended.who')).waitFor();
    expect(await there.replyField.count()).toBe(0);
    if (!scripts) writing.faults.expect(403);
    await writing.submit(
      writing.t('forum:reply.send'),
      writing.page.getByRole('form', { name: writing.t('forum:reply.title') }),
    );
    await writing.page.getByRole('alert').filter({ hasText: 'Werbung trotz zweier Hinweise' }).waitFor();
    expect((await stage.mailTo(writer.mail)).text).toContain('Werbung trotz zweier Hinweise');

    await person.submit(person.t('moderation:suspend.lift'));
    await note.waitFor({ state: 'detached' });
    await there.open(question);
    expect(await suspended.link(suspended.t('pages:frame.suspendedWhy')).count()).toBe(0);
    await there.replyField.waitFor();
  });
});

describe.each(BOTH_WAYS)('suspending a member, $way', ({ scripts }) => {
  it('is begun and ended by a moderator from the member’s page', async () => {
    const { nickname } = await stage.community.member();
    const person = await stage.arrive({ scripts, as: moderator });
    await person.open(`/u/${nickname}`);
    await person.link(person.t('pages:suspend.title')).click();
    await person.audit('suspending a member');
    await person.page.getByLabel(person.t('moderation:suspend.reason')).fill('Werbung trotz zweier Hinweise');
    await person.submit(person.t('moderation:suspend.send'));
    await person.page.getByText('Werbung trotz zweier Hinweise').waitFor();
    await person.submit(person.t('moderation:suspend.lift'));
    await person.button(person.t('moderation:suspend.send')).waitFor();
  });
});

describe.each(BOTH_WAYS)('what looks like advertising, $way', ({ scripts }) => {
  it('waits in view of its writer alone, who may withdraw it, and stands in the thread once a moderator publishes it', async () => {
    const question = await stage.community.question(asker, board);
    const writer = await stage.arrive({ scripts, as: await stage.community.member() });
    const text = `Siehe https://bit.ly/anlagen${scripts ? 1 : 2}, sehr günstig.`;
    const send = async () => {
      const thread = await new ThreadPage(writer).open(question);
      await thread.replyField.fill(text);
      await writer.submit(
        writer.t('forum:reply.send'),
        writer.page.getByRole('form', { name: writer.t('forum:reply.title') }),
      );
      await writer.heading(writer.t('pages:mine.title'));
      await writer.page.getByText(text).waitFor();
    };
    await send();
    await writer.audit('own posts, one of them held');
    await writer.submit(writer.t('moderation:held.withdrawFrom', { title: question.title }));
    await writer.page.getByText(text).waitFor({ state: 'detached' });
    await send();
    const visitor = await stage.arrive({ scripts });
    await new ThreadPage(visitor).open(question);
    expect(await visitor.html()).not.toContain('bit.ly');

    const person = await stage.arrive({ scripts, as: moderator });
    await person.open('/desk/held');
    await person.heading(person.t('pages:desk.held'));
    await person.audit('held posts');
    const item = person.page.getByRole('article').filter({ hasText: text });
    await person.submit(person.t('moderation:held.publish'), item);
    await person.page.getByText(person.t('pages:desk.heldPublished'), { exact: true }).waitFor();
    await item.waitFor({ state: 'detached' });
    await new ThreadPage(visitor).open(question);
    await until(async () => {
      await visitor.page.reload();
      return (await visitor.html()).includes('bit.ly');
    }, 'the reply to be shown');
  });
});
