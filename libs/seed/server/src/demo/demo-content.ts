import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  bilingual,
  boardSchema,
  groupSchema,
  slugSchema,
  type SeedBoard,
  type SeedBoardTree,
  type SeedGroup,
} from '../structure/structure-file.js';

/** The languages in which demo content is written; threads lie in one file for each. */
export const DEMO_LANGUAGES = ['de', 'en'] as const;

const MINUTES_PER_DAY = 24 * 60;
const MS_PER_MINUTE = 60_000;

const language = z.enum(DEMO_LANGUAGES);
const nickname = z.string().regex(/^\p{L}[\p{L}\p{N}_]{2,29}$/u);
const anonymous = z.string().regex(/^anonymous(-[2-9])?$/);
/** Markdown as a list of lines, so that a change to one sentence shows as one line in a review. */
const markdown = z
  .array(z.string().max(2_000))
  .min(1)
  .max(200)
  .transform((lines) => lines.join('\n'))
  .pipe(z.string().trim().min(2).max(10_000));

const account = z.strictObject({
  nickname,
  mail: z.email().max(120),
  lang: language,
  /** Days before the load on which the account was opened; older than all that it wrote. */
  joinedDaysAgo: z.int().min(1).max(3_650),
  roles: z.array(z.enum(['moderator', 'editor', 'administrator', 'custodian'])).max(3),
  /** Whether the loader prints the random password once, so that a person can sign in as this account. */
  printPassword: z.boolean(),
  /** Present for those who speak for the operator. */
  staff: z.strictObject({ realName: z.string().min(3).max(60), role: bilingual(60) }).optional(),
});

const reply = z.strictObject({
  /** Nickname, or `anonymous` for the persona of the thread (`anonymous-2` for another person's). */
  author: z.union([anonymous, nickname]),
  /** Where it differs from the thread's. */
  lang: language.optional(),
  minutesLater: z
    .int()
    .min(1)
    .max(365 * MINUTES_PER_DAY),
  /** An official answer; staff only. */
  official: z.boolean().default(false),
  solution: z.boolean().default(false),
  kudos: z.array(nickname).max(20).default([]),
  body: markdown,
});

const thread = z.strictObject({
  slug: slugSchema,
  kind: z.enum(['question', 'discussion']),
  title: z.string().trim().min(10).max(140),
  board: slugSchema,
  tags: z.array(slugSchema.max(30)).max(5),
  author: z.union([anonymous, nickname]),
  daysAgo: z.int().min(1).max(730),
  /** Time of posting, UTC. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  views: z.int().min(0).max(100_000),
  kudos: z.array(nickname).max(20).default([]),
  body: markdown,
  replies: z.array(reply).max(6),
});

/** An entry of the FAQ, made of a solved thread by one editor and released by another. */
const faqEntry = z.strictObject({
  /** Slug of the thread. */
  thread: slugSchema,
  proposedBy: nickname,
  /** Waits for its release when absent. */
  releasedBy: nickname.optional(),
});

const communityFile = z.strictObject({
  groups: z.array(groupSchema).max(20),
  accounts: z.array(account).min(1).max(50),
  boards: z.array(boardSchema).min(1).max(20),
  faq: z.array(faqEntry).max(20),
});
const threadsFile = z.strictObject({ lang: language, threads: z.array(thread).min(1).max(100) });

/** An account with its public side; `staff` speaks for the operator. */
export type DemoAccount = z.infer<typeof account>;
/** A reply; its place in `replies` is its place in the thread. */
export type DemoReply = z.infer<typeof reply>;
/** A thread with its opening post (`body`) and replies, in the language of its file. */
export type DemoThread = z.infer<typeof thread> & { lang: (typeof DEMO_LANGUAGES)[number] };

export type DemoFaqEntry = z.infer<typeof faqEntry>;

/** All that `kundig demo load` writes. */
export interface DemoContent {
  groups: SeedGroup[];
  accounts: DemoAccount[];
  boards: SeedBoardTree[];
  faq: DemoFaqEntry[];
  threads: DemoThread[];
}

/**
 * Reads and checks the demo content.
 *
 * @param directory folder that holds `community.json` and one `threads.<language>.json` per language
 * @throws {z.ZodError} when a file does not have the shape above
 * @throws {Error} naming every contradiction between the files (see {@link contradictions})
 */
export async function readDemoContent(directory: string): Promise<DemoContent> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(directory, name), 'utf8'));
  const community = communityFile.parse(await read('community.json'));
  const files = await Promise.all(
    DEMO_LANGUAGES.map(async (lang) => threadsFile.parse(await read(`threads.${lang}.json`))),
  );
  const content = {
    ...community,
    threads: files.flatMap((file) => file.threads.map((one) => ({ ...one, lang: file.lang }))),
  };
  const found = contradictions(content);
  if (found.length > 0) throw new Error(`The demo content contradicts itself:\n${found.join('\n')}`);
  return content;
}

/**
 * What no single file can promise: references that lead nowhere, slugs used twice, holders of a role without a
 * real name, staff without one on an official answer, thanks to oneself, replies from the future, boards without a thread.
 *
 * @returns one sentence for each contradiction; empty when the content holds together
 */
export function contradictions(content: DemoContent): string[] {
  const boards = flattenBoards(content.boards);
  const boardsWithThreads = new Set(content.threads.map((one) => one.board));
  return [
    ...duplicates(
      'board',
      boards.map((one) => one.slug),
    ),
    ...duplicates(
      'group',
      content.groups.map((one) => one.slug),
    ),
    ...duplicates(
      'thread',
      content.threads.map((one) => one.slug),
    ),
    ...duplicates(
      'nickname',
      content.accounts.map((one) => one.nickname.toLowerCase()),
    ),
    ...duplicates(
      'mail',
      content.accounts.map((one) => one.mail.toLowerCase()),
    ),
    ...content.accounts
      .filter((one) => one.roles.length > 0 && !one.staff)
      .map((one) => `account ${one.nickname}: a role, and no real name`),
    ...content.groups.flatMap((one) => groupContradictions(one, content)),
    ...boards.flatMap((one) => boardContradictions(one, content)),
    ...boards.filter((one) => !boardsWithThreads.has(one.slug)).map((one) => `board ${one.slug}: no thread`),
    ...content.threads.flatMap((one) => threadContradictions(one, content)),
    ...content.faq.flatMap((one) => faqContradictions(one, content)),
  ];
}

/**
 * The boards of both levels, each parent before its children.
 *
 * @param boards boards of the first level
 */
export function flattenBoards(boards: SeedBoardTree[]): SeedBoard[] {
  return boards.flatMap((one) => [one, ...one.children]);
}

/**
 * Nicknames that neither write nor thank in a thread: only they can stand behind its personas, because an account has
 * one voice per thread and never thanks itself. Staff, as all who hold a role are, speak under their name and are left out.
 */
export function uninvolvedMembers(thread: DemoThread, accounts: readonly DemoAccount[]): string[] {
  const posts = [thread, ...thread.replies];
  const involved = new Set(posts.flatMap((post) => [post.author, ...post.kudos]));
  return accounts.filter((one) => !one.staff && !involved.has(one.nickname)).map((one) => one.nickname);
}

/** The distinct personas of a thread: `anonymous`, `anonymous-2`, … in order of first appearance. */
export function personasOf(thread: DemoThread): string[] {
  const authors = [thread, ...thread.replies].map((post) => post.author);
  return [...new Set(authors.filter((author) => anonymous.safeParse(author).success))];
}

/**
 * When a thread was opened, seen from the moment of loading.
 *
 * @param now the moment of loading; the result lies before it
 */
export function openedAt(thread: DemoThread, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(today + (minuteOfDay(thread) - thread.daysAgo * MINUTES_PER_DAY) * MS_PER_MINUTE);
}

/**
 * When a reply was written, seen from the moment of loading.
 *
 * @param now the moment of loading; the result lies before it
 */
export function repliedAt(thread: DemoThread, reply: DemoReply, now: Date): Date {
  return new Date(openedAt(thread, now).getTime() + reply.minutesLater * MS_PER_MINUTE);
}

function minuteOfDay({ time }: DemoThread): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function duplicates(kind: string, values: string[]): string[] {
  const repeated = values.filter((value, index) => values.indexOf(value) !== index);
  return repeated.map((value) => `${kind} ${value}: used twice`);
}

function faqContradictions(entry: DemoFaqEntry, { accounts, threads }: DemoContent): string[] {
  const source = threads.find((one) => one.slug === entry.thread);
  const editors = accounts.filter((one) => one.roles.includes('editor')).map((one) => one.nickname);
  const found = [entry.proposedBy, entry.releasedBy]
    .filter((name) => name !== undefined && !editors.includes(name))
    .map((name) => `faq ${entry.thread}: ${name} is no editor`);
  if (!source?.replies.some((reply) => reply.solution))
    found.push(`faq ${entry.thread}: not a solved thread`);
  if (entry.proposedBy === entry.releasedBy) found.push(`faq ${entry.thread}: one editor releases alone`);
  return found;
}

function groupContradictions(group: SeedGroup, { accounts }: DemoContent): string[] {
  const known = new Set(accounts.map((one) => one.nickname));
  return group.members
    .filter((member) => !known.has(member))
    .map((member) => `group ${group.slug}: unknown member ${member}`);
}

function boardContradictions(board: SeedBoard, { groups }: DemoContent): string[] {
  const found: string[] = [];
  const closed = board.visibility === 'group';
  if (closed !== (board.group !== undefined) || closed !== (board.groupVisibility !== undefined))
    found.push(`board ${board.slug}: group and groupVisibility belong to group boards, and to all of them`);
  if (board.group !== undefined && !groups.some((one) => one.slug === board.group))
    found.push(`board ${board.slug}: unknown group ${board.group}`);
  return found;
}

function threadContradictions(thread: DemoThread, content: DemoContent): string[] {
  const { accounts, groups } = content;
  const found: string[] = [];
  const complain = (what: string) => found.push(`thread ${thread.slug}: ${what}`);
  const byNickname = new Map(accounts.map((one) => [one.nickname, one]));
  const personas = new Set(personasOf(thread));
  const board = flattenBoards(content.boards).find((one) => one.slug === thread.board);
  const members = groups.find((one) => one.slug === board?.group)?.members;

  if (!board) complain(`unknown board ${thread.board}`);
  if (new Set(thread.tags).size !== thread.tags.length) complain('a tag twice');
  if (board?.opening === 'staff' && !byNickname.get(thread.author)?.staff)
    complain('only staff may open threads here');
  if (personas.size > uninvolvedMembers(thread, accounts).length)
    complain('nobody is left to stand behind a persona');

  for (const post of [thread, ...thread.replies]) {
    for (const name of [post.author, ...post.kudos]) {
      if (personas.has(name)) continue;
      const known = byNickname.get(name);
      if (!known) complain(`unknown nickname ${name}`);
      else if (known.joinedDaysAgo <= thread.daysAgo) complain(`${name} had not joined yet`);
      else if (members && !members.includes(name)) complain(`${name} is not in the group of this board`);
    }
    if (post.kudos.includes(post.author)) complain(`${post.author} thanks itself`);
    if (new Set(post.kudos).size !== post.kudos.length) complain('somebody thanks twice for one post');
  }

  // Midnight is the earliest moment of loading, so a reply must have been written by then whatever the hour.
  const latest = thread.daysAgo * MINUTES_PER_DAY - minuteOfDay(thread);
  thread.replies.forEach((reply, index) => {
    const before = thread.replies[index - 1]?.minutesLater ?? 0;
    if (reply.minutesLater <= before) complain('replies are not in order of time');
    if (reply.minutesLater > latest) complain('a reply from the future');
    if (reply.official !== Boolean(byNickname.get(reply.author)?.staff))
      complain('staff answers are official, and only theirs');
    if (reply.solution && thread.kind !== 'question') complain('only questions have solutions');
  });
  return found;
}
