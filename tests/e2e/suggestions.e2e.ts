import { beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import type { Page } from 'playwright-core';
import type { TestMember } from '../support/community.js';
import { PHONE } from './support/audit.js';
import type { Person } from './support/person.js';
import { Stage } from './support/stage.js';
import { until } from './support/until.js';

const stage = Stage.open();

const TITLE = 'Markise fährt bei Wind nicht ein';
let board: Board;
let asker: TestMember;
let solved: Thread;

beforeAll(async () => {
  board = await stage.community.board({ nameDe: 'Markisen', nameEn: 'Awnings' });
  asker = await stage.community.member('Markisenfreund');
  solved = await stage.community.question(asker, board, {
    title: TITLE,
    body: 'Sie bleibt einfach draußen.',
  });
  const answer = await stage.community.reply(await stage.community.member(), solved, {
    body: 'Der Windsensor war verschmutzt.',
  });
  const { community } = stage;
  await community.get(MarkSolutionService).execute(await community.as(asker), answer.publicId, true);
  await stage.jobsDone();
});

const fieldOf = ({ page }: Person) => page.getByRole('combobox').filter({ visible: true }).first();
const list = ({ page, t }: Person) => page.getByRole('listbox', { name: t('search:suggest.label') });
const row = (person: Person, name: string | RegExp) => list(person).getByRole('option', { name });
const chosen = (page: Page) =>
  page.evaluate<string | null>(
    `document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? null`,
  );

describe.each([
  ['a visitor', false],
  ['a member', true],
] as const)('searching while typing, as %s', (_who, isMember) => {
  it.each(['de', 'en'] as const)('is done by the keyboard alone, from every page (%s)', async (locale) => {
    const person = await stage.arrive({ locale, as: isMember ? asker : undefined });
    await person.open('/netiquette');
    await person.page.keyboard.press('/');
    await person.page.keyboard.type('markis');
    await row(person, TITLE).waitFor();
    await row(person, 'Markisenfreund').waitFor();
    await row(person, locale === 'de' ? 'Markisen' : 'Awnings')
      .first()
      .waitFor();
    expect(await fieldOf(person).inputValue()).toBe('markis');

    await person.page.keyboard.press('ArrowDown');
    expect(await chosen(person.page)).toContain('Der Windsensor war verschmutzt.');
    await person.page.keyboard.press('Escape');
    await list(person).waitFor({ state: 'detached' });
    await person.page.keyboard.press('ArrowDown');
    await list(person).waitFor();
    await person.page.keyboard.press('ArrowDown');
    await person.page.keyboard.press('Enter');
    await person.heading(TITLE);
  });
});

describe('what is suggested', () => {
  it.each(['de', 'en'] as const)('has no barriers, on a notebook and on a phone (%s)', async (locale) => {
    const visitor = await stage.arrive({ locale });
    await visitor.open('/');
    await fieldOf(visitor).fill('markis');
    await row(visitor, TITLE).waitFor();
    await visitor.audit('suggestions');
    await fieldOf(visitor).fill('quarzsandfilter');
    await row(visitor, visitor.t('search:suggest.ask', { query: 'quarzsandfilter' })).waitFor();
    await visitor.audit('no suggestions');
  });

  it('is as wide as a phone, under the header, with rows a thumb can hit', async () => {
    const visitor = await stage.arrive({ size: PHONE });
    await visitor.open('/');
    await fieldOf(visitor).click();
    await visitor.page.keyboard.type('markis');
    await row(visitor, TITLE).waitFor();
    const { x, width } = (await list(visitor).boundingBox())!;
    expect({ x, width }).toEqual({ x: 0, width: PHONE.width });
    const header = (await visitor.page.getByRole('banner').boundingBox())!;
    const field = (await fieldOf(visitor).boundingBox())!;
    expect(field.y).toBeGreaterThanOrEqual(header.y + header.height);
    expect(field.y).toBeLessThan(header.y + header.height + 24);
    for (const option of await list(visitor).getByRole('option').all())
      expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });

  it('begins with what was typed while the page came to life, and keeps it', async () => {
    const visitor = await stage.arrive();
    await visitor.open('/');
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const main = await visitor.page.locator('script[data-main]').getAttribute('data-main');
    await visitor.page.route(`**${main}`, async (route) => {
      await held;
      await route.continue();
    });
    await fieldOf(visitor).focus();
    await visitor.page.keyboard.type('markis');
    release();
    await row(visitor, TITLE).waitFor();
    expect(await fieldOf(visitor).inputValue()).toBe('markis');
  });

  it('stays inside the board whose field it is, and leads to all results and to a question of one’s own', async () => {
    const other = await stage.community.board();
    const visitor = await stage.arrive();
    await visitor.open(`/b/${other.slug}/${other.publicId}`);
    const field = visitor.page.getByRole('main').getByRole('combobox').first();
    await field.fill('markis');
    await row(visitor, visitor.t('search:suggest.all', { query: 'markis' })).waitFor();
    expect(await row(visitor, TITLE).count()).toBe(0);
    await row(visitor, visitor.t('search:suggest.ask', { query: 'markis' })).click();
    await visitor.page.waitForURL(`**/ask?title=markis&board=${other.publicId}`);
    const title = visitor.page.getByLabel(visitor.t('forum:ask.about'));
    await until(async () => (await title.inputValue()) === 'markis', 'the text as the title');
  });
});

describe.each([
  ['a guest', false],
  ['a member', true],
] as const)('whoever begins to ask what is solved already, as %s', (_who, isMember) => {
  it('ends the question there, or goes on after all', async () => {
    const person = await stage.arrive({ as: isMember ? await stage.community.member() : undefined });
    const { page, t } = person;
    const solves = person.button(`${t('pages:ask.solvesIt')}: ${TITLE}`);
    const title = page.getByLabel(t('forum:ask.about'));
    await person.open('/ask');
    await title.click();
    await page.keyboard.type('Markise fährt nicht ein');
    await solves.click();
    await page.getByText(t('forum:solved.discarded')).waitFor();
    expect(await title.isVisible()).toBe(false);
    await person.audit('question solved elsewhere');
    await person.button(t('forum:solved.undo')).click();
    await title.waitFor();
    expect(await title.inputValue()).toBe('Markise fährt nicht ein');
    await solves.click();
    const counted = page.waitForRequest('**/beacon/solved');
    await person.link(t('forum:solved.toAnswer')).click();
    await person.heading(TITLE);
    await counted;
    await person.open('/ask');
    expect(await title.inputValue()).toBe('');
  });
});
