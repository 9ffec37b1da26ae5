import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Board } from '@kundig/forum/server';
import sharp from 'sharp';
import type { TestMember } from '../support/community.js';
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
