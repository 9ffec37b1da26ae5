import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  contradictions,
  type DemoContent,
  type DemoThread,
  flattenBoards,
  openedAt,
  personasOf,
  readDemoContent,
  repliedAt,
  uninvolvedMembers,
} from './demo-content.js';

let content: DemoContent;

beforeAll(async () => {
  content = await readDemoContent(resolve(import.meta.dirname, '../../demo'));
});

/** The content with one thread changed; the rest stays as it is on disk. */
function withFirstThread(change: Partial<DemoThread>): DemoContent {
  const [first, ...others] = content.threads;
  return { ...content, threads: [{ ...first, ...change }, ...others] };
}

describe('the demo content on disk', () => {
  it('holds together', () => {
    expect(contradictions(content)).toEqual([]);
  });

  it('shows every kind of board', () => {
    const boards = flattenBoards(content.boards);
    const kinds = new Set(
      boards.map((one) => [one.visibility, one.groupVisibility].filter(Boolean).join(' ')),
    );
    expect(kinds).toEqual(new Set(['public', 'members', 'group announced', 'group hidden']));
  });

  it('has somebody for every role, two of whom can release an FAQ entry', () => {
    const roles = content.accounts.flatMap((one) => one.roles);
    expect(roles).toEqual(expect.arrayContaining(['moderator', 'editor', 'administrator', 'custodian']));
    expect(roles.filter((role) => role === 'editor').length).toBeGreaterThanOrEqual(2);
    expect(content.accounts.filter((one) => one.staff).length).toBeGreaterThanOrEqual(2);
  });

  it('knows an FAQ entry of an unsolved thread, of somebody else, or of one person alone', () => {
    const [first] = content.faq;
    const found = contradictions({
      ...content,
      faq: [
        { thread: 'nirgends', proposedBy: 'Kranich42' },
        { ...first!, releasedBy: first!.proposedBy },
      ],
    });
    expect(found).toEqual([
      'faq nirgends: Kranich42 is no editor',
      'faq nirgends: not a solved thread',
      `faq ${first!.thread}: one editor releases alone`,
    ]);
  });

  it('shows solved, open and unanswered questions, discussions, several solutions and anonymous authors', () => {
    const questions = content.threads.filter((one) => one.kind === 'question');
    const solutions = (one: DemoThread) => one.replies.filter((reply) => reply.solution).length;
    expect(questions.some((one) => solutions(one) > 1)).toBe(true);
    expect(questions.some((one) => one.replies.length > 0 && solutions(one) === 0)).toBe(true);
    expect(questions.some((one) => one.replies.length === 0)).toBe(true);
    expect(content.threads.some((one) => one.kind === 'discussion')).toBe(true);
    expect(content.threads.some((one) => one.author === 'anonymous')).toBe(true);
  });

  it('names nobody real: phone numbers, hosts and addresses are those kept free for examples', () => {
    const text = JSON.stringify(content);
    const hosts = text.match(/[\w.-]+\.(?:de|com|net|org)\b/g) ?? [];
    expect(hosts.filter((host) => !/(^|\.)example\.(de|com|net|org)$/.test(host))).toEqual([]);

    const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
    const forExamples =
      /^(192\.0\.2|198\.51\.100|203\.0\.113|10|127|192\.168|172\.(1[6-9]|2\d|3[01])|255|100\.64)\./;
    expect(addresses.filter((address) => !forExamples.test(address))).toEqual([]);

    const numbers = text.match(/(?:\+49 ?|\b0)[1-9](?:[ /-]?\d){6,}/g) ?? [];
    const forFiction = /^(?:\+49 ?|0)(?:30 ?23125|40 ?66969)/;
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => !forFiction.test(number))).toEqual([]);
  });

  it('is typeset: curly quotes, dashes and ellipses everywhere but in code', () => {
    const prose = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    const texts = content.threads.flatMap((one) => [
      one.title,
      one.body,
      ...one.replies.map((reply) => reply.body),
    ]);
    expect(texts.filter((text) => /"|(?<=\p{L}) - (?=\p{L})|\.\.\./u.test(prose(text)))).toEqual([]);
  });
});

describe('contradictions', () => {
  it.each<[string, Partial<DemoThread>]>([
    ['unknown board', { board: 'nowhere' }],
    ['unknown nickname', { author: 'Nobody' }],
    ['only staff may open', { board: 'ankuendigungen', author: 'Kranich42', kudos: [] }],
    ['thanks itself', { author: 'Kranich42', kudos: ['Kranich42'] }],
    ['had not joined yet', { daysAgo: 730 }],
  ])('names: %s', (expected, change) => {
    expect(contradictions(withFirstThread(change)).join('\n')).toContain(expected);
  });

  it.each([
    ['a reply from the future', { minutesLater: 365 * 24 * 60 }],
    ['staff answers are official', { official: true }],
  ])('names: %s', (expected, change) => {
    const reply = {
      author: 'Kranich42',
      minutesLater: 5,
      official: false,
      solution: false,
      kudos: [],
      body: 'Ja.',
    };
    const broken = withFirstThread({ replies: [{ ...reply, ...change }] });
    expect(contradictions(broken).join('\n')).toContain(expected);
  });

  it('names a slug used twice', () => {
    const twice = { ...content, threads: [...content.threads, content.threads[0]] };
    expect(contradictions(twice)).toEqual([`thread ${content.threads[0].slug}: used twice`]);
  });
});

describe('the helpers of the loader', () => {
  it('puts everything before the moment of loading, even just after midnight', () => {
    const now = new Date('2026-11-21T00:00:30Z');
    for (const thread of content.threads) {
      expect(openedAt(thread, now).getTime()).toBeLessThan(now.getTime());
      for (const reply of thread.replies)
        expect(repliedAt(thread, reply, now).getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('finds the personas of a thread and who can stand behind them', () => {
    const thread = content.threads.find((one) => one.author === 'anonymous')!;
    expect(personasOf(thread)).toContain('anonymous');
    const free = uninvolvedMembers(thread, content.accounts);
    const involved = [thread, ...thread.replies].flatMap((post) => [post.author, ...post.kudos]);
    expect(free.filter((nickname) => involved.includes(nickname))).toEqual([]);
  });
});
