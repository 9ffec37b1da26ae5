import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  FORUM_LIMITS,
  ReplyService,
  StartThreadService,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import type { Page } from 'playwright-core';
import { attackStrings } from '../support/attack-strings.js';
import type { TestMember } from '../support/community.js';
import { sized } from '../support/security-size.js';
import type { Person } from './support/person.js';
import { runningCommunity } from './support/running-community.js';
import { Stage } from './support/stage.js';

jest.setTimeout(sized(180_000, 3_600_000));

const stage = Stage.open();
const attacks = attackStrings(8);

/** So many answers stand on one page. */
const PER_PAGE = 20;

/** A page waits more for its server and its scripts than it works: so many are looked at side by side. */
const TABS = 4;

/** A browser keeps something of each page that a tab has shown: after some thousands it runs out of memory. */
const PAGES_OF_A_TAB = 100;

let board: Board;
let author: TestMember;
const threads: Thread[] = [];

/** Everything that people can write, holding attacks: titles, texts, tags and answers. */
beforeAll(async () => {
  board = await stage.community.board();
  author = await stage.community.member();
  const ctx = await stage.community.as(author);
  for (let from = 0; from < attacks.length; from += PER_PAGE) {
    const some = attacks.slice(from, from + PER_PAGE);
    const thread = await stage.community.get(StartThreadService).execute(ctx, {
      boardId: board.publicId,
      kind: 'question',
      title: withinLimits(`Angriff ${some[0]!}`, FORUM_LIMITS.titleMax),
      body: markdownOf(some[0]!),
      tags: [],
      anonymous: false,
      clientKey: randomUUID(),
    });
    threads.push(thread);
    for (const attack of some.slice(1))
      await stage.community.get(ReplyService).execute(ctx, {
        threadId: thread.publicId,
        body: markdownOf(attack),
        anonymous: null,
        clientKey: randomUUID(),
      });
  }
});

const withinLimits = (text: string, max: number): string => text.replaceAll('\0', '').slice(0, max);

/** One attack where Markdown puts text: in a paragraph, a link, an image, a quote, a table, code. */
const markdownOf = (attack: string): string =>
  withinLimits(
    [
      attack,
      `[Verweis](${attack})`,
      `![Bild](${attack})`,
      `> ${attack}`,
      `| a |\n|---|\n| ${attack} |`,
      `\`\`\`${attack}\n${attack}\n\`\`\``,
    ].join('\n\n'),
    5_000,
  );

/** Sees what the pages of somebody do of their own accord, in all tabs. */
class Watch {
  private readonly seen: string[] = [];

  private constructor(private readonly person: Person) {}

  /** Attacks call `alert` and its like, or load what is not ours; a breach of the content policy is one that nearly worked. */
  static async over(person: Person): Promise<Watch> {
    const watch = new Watch(person);
    const { context } = person;
    await context.exposeFunction('tellTheWatch', (what: string) => void watch.seen.push(what));
    await context.addInitScript(`(() => {
      for (const name of ['alert', 'confirm', 'prompt', 'print'])
        window[name] = () => window.tellTheWatch(name + ' ran on ' + location.pathname);
      document.addEventListener('securitypolicyviolation', (event) =>
        window.tellTheWatch(event.violatedDirective + ' breached on ' + location.pathname + ' by ' + event.blockedURI));
    })()`);
    const { host } = new URL(runningCommunity().baseUrl);
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.host !== host) watch.seen.push(`left for ${url.host}`);
    });
    context.on('dialog', (dialog) => {
      watch.seen.push(`${dialog.type()} opened`);
      void dialog.dismiss();
    });
    return watch;
  }

  /** Opens every address and provokes what stands there. */
  async visit(addresses: readonly string[]): Promise<void> {
    const ahead = [...addresses];
    const inTabs = async () => {
      while (ahead.length > 0) {
        const tab = await this.person.openTab();
        for (const address of ahead.splice(0, PAGES_OF_A_TAB)) {
          await tab.goto(address);
          await this.person.awake(tab);
          await this.provoke(tab);
        }
        await tab.close();
      }
    };
    await Promise.all(Array.from({ length: TABS }, inTabs));
  }

  /** Moves the pointer over the page and the focus through it: some attacks wait for that. */
  private async provoke(page: Page): Promise<void> {
    await page.evaluate(`(() => {
      for (const element of document.querySelectorAll('main *')) {
        for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'toggle', 'animationstart', 'error', 'load'])
          element.dispatchEvent(new Event(type));
      }
    })()`);
  }

  check(): void {
    expect(this.seen).toEqual([]);
  }
}

it('the watch notices an attack that works, so that its silence means something', async () => {
  const person = await stage.arrive();
  const watch = await Watch.over(person);
  await person.open('/imprint');
  await person.page.evaluate('alert(1)');
  expect(() => watch.check()).toThrow('alert ran on /imprint');
});

describe.each([
  ['a visitor', undefined],
  ['the author', () => author],
] as const)('what people write never runs before %s', (_who, as) => {
  it(`on the pages of threads, in lists and where it is written anew: ${attacks.length} attacks`, async () => {
    const person = await stage.arrive({ as: as?.() });
    const watch = await Watch.over(person);
    const paths = [
      ...threads.map(({ slug, publicId }) => `/t/${slug}/${publicId}`),
      ...[`/b/${board.slug}/${board.publicId}`, '/', `/u/${author.nickname}`],
    ];
    await watch.visit(paths);
    watch.check();
  });

  it(`as a search and in a form that is shown again: ${attacks.length} attacks`, async () => {
    const person = await stage.arrive({ as: as?.() });
    const watch = await Watch.over(person);
    const written = attacks.map((attack) => encodeURIComponent(withinLimits(attack, 150)));
    await watch.visit([
      ...written.map((attack) => `/search?q=${attack}`),
      ...(as ? [] : written.map((attack) => `/ask?title=${attack}`)),
    ]);
    watch.check();
  });
});
