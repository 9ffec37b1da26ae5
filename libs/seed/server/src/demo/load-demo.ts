import type { INestApplicationContext } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import { RequestContext } from '@kundig/platform/server';
import { servicesOf } from '../services.js';
import { seedStructure } from '../structure/seed-structure.js';
import { SeedRefused } from '../structure/structure-file.js';
import { loadAccounts, type DemoAccess } from './demo-accounts.js';
import { loadDemoBlog, readDemoBlog } from './demo-blog.js';
import { flattenBoards, readDemoContent } from './demo-content.js';
import { loadDemoFaq } from './demo-faq.js';
import { demoFolder } from './demo-folder.js';
import { loadDemoSource, readDemoSource } from './demo-source.js';
import { loadDemoThread } from './demo-threads.js';

export interface LoadDemoOptions {
  /** Told of each step, one line each, and of the passwords. */
  readonly log: (line: string) => void;
  /** Loads beside boards that are not the demo's. */
  readonly force?: boolean;
}

/**
 * Fills a community with the demo: accounts, groups, boards, threads spread over the past, FAQ entries made of them with
 * an export, articles in the blog, and an excerpt of a real site.
 * Passwords are random, printed once and kept nowhere. Safe to repeat: what is there stays, what is missing is added.
 * @throws SeedRefused when the community has boards that are not the demo's
 */
export async function loadDemo(
  context: Pick<INestApplicationContext, 'get'>,
  { log, force = false }: LoadDemoOptions,
): Promise<void> {
  const services = servicesOf(context);
  const ctx = RequestContext.system();
  if (!force) await assertOnlyDemo(context);
  const content = await readDemoContent(demoFolder());
  const source = await readDemoSource(demoFolder());
  const access = await loadAccounts(services, ctx, content.accounts);
  await seedStructure(services, ctx, { groups: content.groups, boards: content.boards, roles: [] });
  log(`Demo: ${content.accounts.length} accounts, ${flattenBoards(content.boards).length + 1} boards`);
  const fresh = new Map<string, string>();
  for (const thread of content.threads) {
    const id = await loadDemoThread(services, ctx, thread, content.accounts);
    if (id) fresh.set(thread.slug, id);
  }
  log(`Demo: ${content.threads.length} threads`);
  const entries = await loadDemoFaq(services, ctx, content.faq, fresh);
  log(`Demo: ${entries} new entries for the FAQ`);
  const articles = await loadDemoBlog(services, ctx, await readDemoBlog(demoFolder()));
  log(`Demo: ${articles} new articles in the blog`);
  const archived = await loadDemoSource(services, source, content.boards.length);
  log(`Demo: ${archived} threads from ${source.site}, ${source.licence}`);
  accessTable(access).forEach(log);
}

/** @returns whether the community has no board yet, so that nobody can have written anything */
export async function isEmpty(context: Pick<INestApplicationContext, 'get'>): Promise<boolean> {
  return (await servicesOf(context)(BoardRepository).known(RequestContext.system())).length === 0;
}

/** @throws SeedRefused when the community has boards that are not the demo's */
export async function assertOnlyDemo(context: Pick<INestApplicationContext, 'get'>): Promise<void> {
  const content = await readDemoContent(demoFolder());
  const source = await readDemoSource(demoFolder());
  const own = new Set([...flattenBoards(content.boards), source.board].map(({ slug }) => slug));
  const boards = await servicesOf(context)(BoardRepository).known(RequestContext.system());
  const foreign = boards.find(({ board }) => !own.has(board.slug));
  if (foreign)
    throw new SeedRefused(
      `This community has a board of its own (${foreign.board.slug}), so the demo stays away.`,
    );
}

/** @returns the accounts that somebody may try, as lines of a table; none where they were made earlier */
function accessTable(access: readonly DemoAccess[]): string[] {
  if (access.length === 0) return [];
  const rows = [
    { mail: 'Mail', password: 'Password', nickname: 'Nickname', roles: 'Roles' },
    ...access.map((one) => ({ ...one, roles: one.roles.join(', ') || 'member' })),
  ];
  const width = (column: 'mail' | 'password' | 'nickname'): number =>
    Math.max(...rows.map((row) => row[column].length));
  const [mail, password, nickname] = [width('mail'), width('password'), width('nickname')];
  return [
    'These passwords are shown only now:',
    ...rows.map((row) =>
      [
        ' ',
        row.mail.padEnd(mail),
        row.password.padEnd(password),
        row.nickname.padEnd(nickname),
        row.roles,
      ].join('  '),
    ),
  ];
}
