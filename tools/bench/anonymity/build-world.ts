import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule } from '@kundig/composition/server';
import { CreateBoardService, ReplyService, StartThreadService, type Board } from '@kundig/forum/server';
import { Actors } from '@kundig/groups/server';
import { CreateAccountService } from '@kundig/identity/server';
import { Clock, Environment, KeyRing, RequestContext } from '@kundig/platform/server';

/** One thread to be begun anonymously. */
export interface ScriptedThread {
  readonly author: number;
  readonly board: number;
  readonly lang: 'de' | 'en';
  readonly atSeconds: number;
  readonly title: string;
  readonly body: string;
}

/** A thread as it can be asked for, with what only we know of it. */
export interface WrittenThread {
  readonly publicId: string;
  readonly path: string;
  readonly id: string;
  readonly author: number;
  /** The exact instant, which only identity keeps. */
  readonly at: string;
}

/** Every so many threads have an answer of their own author, half an hour later. */
const ANSWERED_EVERY = 4;
const ANSWER_AFTER_MS = 1_800_000;

/**
 * Has a script happen through the product's own services, each thread at its moment of a clock of ours.
 * @param start instant of the script's beginning
 */
export async function buildWorld(
  databaseUrl: string,
  script: readonly ScriptedThread[],
  { boards: boardCount, start }: { boards: number; start: Date },
): Promise<{ threads: WrittenThread[]; boards: string[] }> {
  const environment = Environment.read({
    KEYS_DIR: process.env.KEYS_DIR,
    DATABASE_URL: databaseUrl,
    LIMIT_FACTOR: '1000000',
  });
  const keys = KeyRing.open(environment.keysDir);
  const connections = await connect(environment, keys, databaseUrl);
  const app = await NestFactory.createApplicationContext(
    DomainsModule.forRoot(environment, keys, connections),
    { logger: ['error'] },
  );
  try {
    let now = start;
    Object.assign(app.get(Clock), { now: () => now });
    const boards: Board[] = [];
    for (let rank = 0; rank < boardCount; rank += 1)
      boards.push(await addBoard(app.get(CreateBoardService), rank));
    const members: string[] = [];
    for (const author of new Set(script.map((thread) => thread.author)))
      members[author] = await openAccount(app.get(CreateAccountService), author);
    const threads: WrittenThread[] = [];
    for (const [index, { author, board, atSeconds, title, body }] of script.entries()) {
      now = new Date(start.getTime() + Math.round(atSeconds * 1000));
      const at = now.toISOString();
      const as = async (lang: 'de' | 'en') =>
        RequestContext.for({ actor: await app.get(Actors).of(members[author]!), locale: lang });
      const { lang } = script[index]!;
      const thread = await app.get(StartThreadService).execute(await as(lang), {
        ...{ boardId: boards[board]!.publicId, kind: 'question', title, body, tags: [], anonymous: true },
        clientKey: randomUUID(),
      });
      if (index % ANSWERED_EVERY === 0) {
        now = new Date(now.getTime() + ANSWER_AFTER_MS);
        await app.get(ReplyService).execute(await as(lang), {
          ...{ threadId: thread.publicId, body: title, anonymous: true, clientKey: randomUUID() },
        });
      }
      threads.push({
        ...{ publicId: thread.publicId, id: thread.id, author, at },
        path: `/t/${thread.slug}/${thread.publicId}`,
      });
    }
    return { threads, boards: boards.map(({ slug, publicId }) => `/b/${slug}/${publicId}`) };
  } finally {
    await app.close();
  }
}

function addBoard(creating: CreateBoardService, rank: number): Promise<Board> {
  const slug = `bereich-${rank}`;
  return creating.execute(RequestContext.system(), {
    ...{ slug, parentId: null, rank, nameDe: slug, nameEn: slug, descriptionDe: slug, descriptionEn: slug },
    ...{ visibility: 'public', groupId: null, announced: false, posting: 'members' },
  });
}

/** Confirmed, and without a password: nobody signs in. */
async function openAccount(creating: CreateAccountService, author: number): Promise<string> {
  const { memberId } = await creating.execute(RequestContext.system(), {
    ...{ mail: `autor${author}@kunde.example`, nickname: `Autor${author}`, locale: 'de' },
  });
  return memberId;
}
