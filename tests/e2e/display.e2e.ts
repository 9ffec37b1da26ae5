import { beforeAll, describe, expect, it } from '@jest/globals';
import { MarkSolutionService, type Board, type Thread } from '@kundig/forum/server';
import type { Locator } from 'playwright-core';
import type { TestMember } from '../support/community.js';
import { PHONE } from './support/audit.js';
import { HomePage, ThreadPage } from './support/pages/forum-pages.js';
import type { Person } from './support/person.js';
import { BOTH_WAYS, Stage } from './support/stage.js';

const stage = Stage.open();

/** As long as real questions get: several paragraphs, which would push any answer off the screen. */
const LONG_QUESTION = Array.from(
  { length: 12 },
  () =>
    'Seit dem Umzug der Anlage klingelt es nur noch in der Zentrale, obwohl die Rufgruppe unverändert ist.',
).join('\n\n');

let board: Board;
let asker: TestMember;
let solved: Thread;

beforeAll(async () => {
  board = await stage.community.board();
  asker = await stage.community.member();
  const helper = await stage.community.member();
  solved = await stage.community.question(asker, board, {
    title: 'Warum klingelt nach dem Umzug der Telefonanlage nur noch die Zentrale?',
    body: LONG_QUESTION,
  });
  const answer = await stage.community.reply(helper, solved, {
    body: 'Die Rufgruppe zeigt noch auf den alten Standort.',
  });
  for (let count = 0; count < 8; count += 1)
    await stage.community.reply(helper, solved, { body: `Noch ein Hinweis, der ${count + 1}.` });
  await stage.community
    .get(MarkSolutionService)
    .execute(await stage.community.as(asker), answer.publicId, true);
});

async function inFirstView(person: Person, part: Locator): Promise<void> {
  const box = await part.boundingBox();
  expect(box).not.toBeNull();
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y + box!.height).toBeLessThanOrEqual(person.page.viewportSize()!.height);
}

describe.each(BOTH_WAYS)('on a phone, $way', ({ scripts }) => {
  it.each(['de', 'en'] as const)('home shows search and both buttons at once (%s)', async (locale) => {
    const person = await stage.arrive({ scripts, locale, size: PHONE });
    const home = await new HomePage(person).open();
    for (const part of [home.search, home.askButton, home.discussButton]) await inFirstView(person, part);
  });

  it('a solved thread shows the first line of its solution at once', async () => {
    const person = await stage.arrive({ scripts, size: PHONE });
    const thread = await new ThreadPage(person).open(solved);
    await inFirstView(person, thread.solutions.first().getByText('Die Rufgruppe zeigt noch'));
  });
});

it.each(['de', 'en'] as const)(
  'the menu of a post opens inside the screen of a phone (%s)',
  async (locale) => {
    // Thanks and Quote stand before the button, which puts it into the middle of its row.
    const reader = await stage.community.member();
    const person = await stage.arrive({ locale, as: reader, size: PHONE });
    const thread = await new ThreadPage(person).open(solved);
    const post = thread.answers.last();
    await post.getByLabel(person.t('pages:post.more')).click();
    const entries = await post.locator('details[open] li').all();
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      const box = (await entry.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
    }
  },
);

describe('the longest words', () => {
  const word = 'Breitbandanschlussbereitstellungsverzögerungsbenachrichtigungsschreiben';
  let writer: TestMember;
  let wide: Board;
  let thread: Thread;

  beforeAll(async () => {
    writer = await stage.community.member(word.slice(0, 30));
    wide = await stage.community.board({
      nameDe: word.slice(0, 60),
      nameEn: word.slice(0, 60),
      descriptionDe: `${word}, ${word}`,
    });
    thread = await stage.community.question(writer, wide, {
      title: `${word}-${word}`,
      body: [
        `# ${word}`,
        `${word}${word}${word}`,
        `\`\`\`\n${'ein langer Befehl '.repeat(20)}\n\`\`\``,
        `|${' Tarif |'.repeat(14)}\n|${'---|'.repeat(14)}\n|${' 1.000 |'.repeat(14)}`,
        `> ${word}`,
        `https://beispiel.example/${'weg/'.repeat(40)}`,
      ].join('\n\n'),
      tags: ['eins', 'zwei', 'drei', 'vier'].map((tag) => `${tag}-anschlussbereitstellung`),
    });
    await stage.community.reply(writer, thread, { body: `\`${word}${word}\`` });
  });

  it.each([
    ['a thread', () => `/t/${thread.slug}/${thread.publicId}`],
    ['a board', () => `/b/${wide.slug}/${wide.publicId}`],
    ['a profile', () => `/u/${encodeURIComponent(writer.nickname)}`],
    ['what was found', () => `/search?q=${encodeURIComponent(word)}`],
    ['home', () => '/'],
  ])('break nothing: %s', async (name, path) => {
    const person = await stage.arrive({ size: PHONE });
    await person.open(path());
    expect(await person.page.getByText(word.slice(0, 60)).count()).toBeGreaterThan(0);
    await person.audit(`${name} with the longest words`);
  });
});

it('colours the reader forces leave every state to be told', async () => {
  const person = await stage.arrive();
  await person.page.emulateMedia({ forcedColors: 'active' });
  await person.open(`/b/${board.slug}/${board.publicId}`);
  const borderOf = (link: Locator) => link.evaluate((element) => getComputedStyle(element).borderTopColor);
  const views = person.page.getByRole('navigation', { name: person.t('pages:board.threads') });
  expect(await borderOf(views.getByRole('link').nth(0))).not.toBe(
    await borderOf(views.getByRole('link').nth(1)),
  );
});

it('visitors load no React before they turn to a part that needs it', async () => {
  const person = await stage.arrive();
  const scripts: string[] = [];
  person.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  for (const path of [
    '/',
    `/b/${board.slug}/${board.publicId}`,
    `/t/${solved.slug}/${solved.publicId}`,
    '/search?q=Umzug',
    '/faq',
  ]) {
    await person.open(path);
    await person.page.waitForLoadState('networkidle');
  }
  expect(new Set(scripts.map((url) => url.replace(/-[\w-]{6,}\.js/, '.js'))).size).toBe(1);
  await person.open('/sign-in');
  const before = scripts.length;
  await person.page.getByLabel(person.t('identity:field.mail')).focus();
  await person.page.waitForLoadState('networkidle');
  expect(scripts.length).toBeGreaterThan(before);
});

it('offers nothing that would do nothing where scripts do not run, or one does not arrive', async () => {
  const toolsOf = (person: Person) => [
    person.button(person.t('forum:tool.bold')),
    person.button(person.t('files:choose')),
    person.button(person.t('kit:scheme.dark')),
  ];
  const without = await stage.arrive({ as: asker, scripts: false });
  await new ThreadPage(without).open(solved);
  for (const tool of toolsOf(without)) expect(await tool.isVisible()).toBe(false);

  const person = await stage.arrive({ as: asker });
  await new ThreadPage(person).open(solved);
  for (const tool of toolsOf(person)) await tool.waitFor();
  const main = await person.page.evaluate<string>("document.querySelector('script[data-main]').dataset.main");
  await person.page.route(`**${main}`, (route) => route.fulfill({ status: 404 }));
  person.faults.expect(404);
  await person.page.reload();
  for (const tool of toolsOf(person)) await tool.waitFor({ state: 'hidden' });
});

it('the colours follow the choice, and the choice stays', async () => {
  const person = await stage.arrive();
  const background = () =>
    person.page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
  await person.open('/');
  const light = await background();
  await person.button(person.t('kit:scheme.dark')).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await person.page.reload();
  expect(await background()).toBe(dark);
  await person.button(person.t('kit:scheme.auto')).click();
  expect(await background()).toBe(light);
});

it('paper gets the texts alone', async () => {
  const person = await stage.arrive();
  const thread = await new ThreadPage(person).open(solved);
  await person.page.emulateMedia({ media: 'print' });
  expect(await thread.answers.first().isVisible()).toBe(true);
  const folded = thread.question.locator('[data-prose]');
  expect(await folded.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThan(2);
  for (const part of ['banner', 'contentinfo', 'navigation'] as const)
    expect(await person.page.getByRole(part).first().isVisible()).toBe(false);
});

it('the keyboard alone leads from home over the board into the answer, always seen where it is', async () => {
  const person = await stage.arrive({ as: asker, size: PHONE });
  const open = await stage.community.question(asker, board, {
    title: 'Wer erreicht mich über die Tastatur?',
  });
  const walk = new KeyboardWalk(person);
  await new HomePage(person).open();
  await walk.to(person.link(board.nameDe).first());
  await person.page.keyboard.press('Enter');
  await person.heading(board.nameDe);
  await walk.to(person.link(open.title));
  await person.page.keyboard.press('Enter');
  await person.heading(open.title);
  const thread = new ThreadPage(person);
  await walk.to(thread.replyField);
  await person.page.keyboard.type('Ich, mit Tabulator und Eingabetaste.');
  await person.page.keyboard.press('Control+Enter');
  await thread.answer('Ich, mit Tabulator').waitFor();
});

it.each([
  ['home', () => '/'],
  ['a thread', () => `/t/${solved.slug}/${solved.publicId}`],
  ['the composer', () => '/ask'],
  ['what was found', () => '/search?q=Umzug'],
  ['registering', () => '/register'],
])('the Tab key goes through %s and out again, always seen where it is', async (_, path) => {
  const person = await stage.arrive({ size: PHONE });
  await person.open(path());
  expect(await new KeyboardWalk(person).through()).toBeGreaterThan(10);
});

/** Goes through a page with the Tab key and looks at each stop. */
class KeyboardWalk {
  constructor(private readonly person: Person) {}

  async to(goal: Locator): Promise<void> {
    await goal.waitFor({ state: 'attached' });
    for (let stop = 0; stop < 120; stop += 1) {
      await this.person.page.keyboard.press('Tab');
      await this.look();
      if (await goal.and(this.person.page.locator(':focus')).count()) return;
    }
    throw new Error('the goal is not in reach of the Tab key');
  }

  /** @returns how many stops the page has; fails when the last is never left */
  async through(): Promise<number> {
    for (let stop = 0; stop < 200; stop += 1) {
      await this.person.page.keyboard.press('Tab');
      if (await this.person.page.evaluate<boolean>('document.activeElement === document.body')) return stop;
      await this.look();
    }
    throw new Error('the Tab key never leaves the page');
  }

  /** The stop has an outline, and nothing lies over it (WCAG 2.4.7 and 2.4.11). */
  private async look(): Promise<void> {
    const fault = await this.person.page.evaluate<string>(`(() => {
      const stop = document.activeElement;
      if (!stop || stop === document.body) return '';
      const style = getComputedStyle(stop);
      const around = stop.closest('label, li, form, div');
      const marked = (element) => element && (getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element).boxShadow !== 'none');
      const name = stop.outerHTML.slice(0, 120);
      if (!marked(stop) && !marked(around)) return 'no mark around ' + name;
      const box = stop.getBoundingClientRect();
      const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
      const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (stop.contains(top) || top.contains(stop));
      });
      return seen ? '' : 'covered: ' + name;
    })()`);
    expect(fault).toBe('');
  }
}
