import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import sharp from 'sharp';
import type { TestMember } from '../support/community.js';
import { StaffProfilePage } from './support/pages/account-pages.js';
import { ThreadPage } from './support/pages/forum-pages.js';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

let board: Board;
let staff: TestMember;
let portrait: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
  board = await stage.community.board();
  staff = await stage.community.withRole('moderator');
  const buffer = await sharp({ create: { width: 640, height: 640, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  portrait = { name: 'ich.png', mimeType: 'image/png', buffer };
});

describe.each(BOTH_WAYS)('showing oneself, $way', ({ scripts }) => {
  it('is a choice: a picture and a line at once, a mark when staff has confirmed it, nothing on personas', async () => {
    const member = await stage.community.member();
    const named = await stage.community.question(member, board);
    const hidden = await stage.community.question(member, board, { anonymous: true });

    const person = await stage.arrive({ scripts, as: member });
    await person.open('/settings/person');
    await person.heading(person.t('pages:person.title'));
    await person.audit('what I show');
    const { page, t } = person;
    if (scripts) {
      const chooser = page.waitForEvent('filechooser');
      await person.button(t('files:picture.choose')).click();
      await (await chooser).setFiles(portrait);
      await page.getByText(t('files:picture.chosen')).waitFor();
    } else await page.locator('input[name=file]').setInputFiles(portrait);
    await page.getByLabel(t('pseudonyms:person.about')).fill('Elektrobetrieb mit acht Leuten');
    await page.getByLabel(t('pseudonyms:person.mark')).fill('Partner');
    await person.submit(t('pseudonyms:person.save'));
    await page.getByText(t('pages:person.saved')).waitFor();
    await page.getByText(t('pseudonyms:person.markWaits')).waitFor();

    const moderator = await stage.arrive({ scripts, as: staff });
    await moderator.open('/desk/marks');
    await moderator.heading(t('pages:marks.title'));
    await moderator.audit('marks');
    const request = moderator.page.getByRole('listitem').filter({ hasText: member.nickname });
    await moderator.submit(t('pseudonyms:marks.confirm'), request);
    await moderator.page.getByText(t('pages:marks.confirmed')).waitFor();
    await request.waitFor({ state: 'detached' });

    const visitor = await stage.arrive({ scripts });
    await visitor.open(`/u/${member.nickname}`);
    await visitor.page.getByText('Elektrobetrieb mit acht Leuten').waitFor();
    await visitor.page.getByText('Partner', { exact: false }).first().waitFor();
    await visitor.audit('member who shows something');
    const thread = await new ThreadPage(visitor).open(named);
    const src = await thread.question.locator('img').first().getAttribute('src');
    expect((await visitor.context.request.get(src!)).status()).toBe(200);
    expect(await thread.question.innerText()).toContain('Partner');
    const other = await new ThreadPage(visitor).open(hidden);
    expect(await other.question.locator('img').count()).toBe(0);
    expect(await visitor.html()).not.toContain('Partner');
  });
});

describe.each(BOTH_WAYS)('speaking for the operator, $way', ({ scripts }) => {
  it('takes a name, shows initials until there is a photo, and may be a private opinion', async () => {
    const asker = await stage.community.member();
    const speaker = await stage.community.member();
    await stage.community.grant(speaker, 'moderator');
    const thread = await stage.community.question(asker, board);
    const person = await stage.arrive({ scripts, as: speaker });
    const { page, t } = person;
    await person.open('/mine');
    await page.getByText(t('pages:frame.staffLacksName')).waitFor();
    const seen = await new ThreadPage(person).open(thread);
    await page.getByText(t('pages:write.nameNeeded')).waitFor();
    expect(await seen.replyField.count()).toBe(0);
    await person.link(t('pages:write.enterName')).click();
    const profile = await new StaffProfilePage(person).arrived();
    await person.audit('what staff show');
    await profile.tell('Miriam Hofer');
    await person.link(t('pages:person.back')).click();
    await seen.replyField.waitFor();
    await person.open('/mine');
    await page.getByText(t('pages:frame.staffLacksPhoto')).waitFor();

    await seen.open(thread);
    await seen.replyField.fill('Ich fände das ja schöner.');
    await page.getByLabel(t('forum:opinion.write')).check();
    await seen.sendReply('Ich fände das ja schöner.');
    const other = await stage.arrive({ scripts, as: asker });
    const read = await new ThreadPage(other).open(thread);
    await read.accept('Ich fände das ja schöner.');
    const opinion = await read.answer('Ich fände das ja schöner.').innerText();
    for (const shown of ['Miriam Hofer', 'Technischer Support', t('kit:status.private')])
      expect(opinion).toContain(shown);
    await read.answer('Ich fände das ja schöner.').locator('[data-initials="MH"]').waitFor();
    expect(await read.solutions.innerText()).not.toContain(t('kit:status.official'));

    await seen.again();
    const own = seen.answer('Ich fände das ja schöner.');
    await own.getByLabel(t('pages:post.more')).click();
    await person.submit(t('forum:opinion.unmark'), own);
    await own.getByText(t('kit:status.official'), { exact: true }).waitFor();
    expect(await own.innerText()).not.toContain(t('kit:status.private'));
  });
});
