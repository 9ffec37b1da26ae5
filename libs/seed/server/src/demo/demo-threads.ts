import { ImportThreadService, ThreadRepository, type PostToImport } from '@kundig/forum/server';
import { Actors } from '@kundig/groups/server';
import { KudosRepository } from '@kundig/kudos/server';
import { AppDatabase, Clock, Randomness, RequestContext, toQuarterHour } from '@kundig/platform/server';
import { Voices, type Speaker } from '@kundig/pseudonyms/server';
import type { Services } from '../services.js';
import { boardWithSlug, memberNamed } from '../structure/seed-structure.js';
import {
  openedAt,
  personasOf,
  repliedAt,
  uninvolvedMembers,
  type DemoAccount,
  type DemoThread,
} from './demo-content.js';

/** Somebody who speaks in a thread: a request of theirs, and under which name they do. */
interface Voice {
  readonly ctx: RequestContext;
  readonly speaker: Speaker;
}

/**
 * Writes one thread with its past, unless it is there. Who writes anonymously is somebody who has no other part in it.
 * @returns its id; null when it was there
 */
export async function loadDemoThread(
  services: Services,
  ctx: RequestContext,
  thread: DemoThread,
  accounts: readonly DemoAccount[],
): Promise<string | null> {
  const board = await boardWithSlug(services, ctx, thread.board);
  const threadId = services(Randomness).repeatableUuid(board.id, thread.slug);
  const [known] = await services(ThreadRepository).findReadableByIds(ctx, [threadId]);
  if (known) return null;
  const voices = await voicesOf(services, ctx, threadId, thread, accounts);
  const posts = postsOf(services, threadId, thread, voices);
  const [{ post: opening }, ...replies] = posts as [PlannedPost, ...PlannedPost[]];
  await services(AppDatabase).transaction(ctx, async (tx) => {
    await services(ImportThreadService).execute(tx, {
      id: threadId,
      boardId: board.id,
      kind: thread.kind,
      title: thread.title,
      tags: thread.tags,
      viewCount: thread.views,
      lockedAt: null,
      fallbackLang: thread.lang,
      opening,
      replies: replies.map(({ post }) => post),
    });
    for (const { post, kudos } of posts)
      for (const nickname of kudos)
        await services(KudosRepository).give(
          tx,
          post.id,
          await memberNamed(services, tx, nickname),
          post.createdAt,
        );
  });
  for (const [index, { post, author, writtenAt }] of posts.entries()) {
    const { ctx: own, speaker } = voices.get(author)!;
    const { kind } = speaker;
    await services(Voices).spoke(own, {
      threadId,
      postId: post.id,
      position: index + 1,
      at: writtenAt,
      kind,
    });
  }
  return threadId;
}

async function voicesOf(
  services: Services,
  ctx: RequestContext,
  threadId: string,
  thread: DemoThread,
  accounts: readonly DemoAccount[],
): Promise<Map<string, Voice>> {
  const personas = personasOf(thread);
  const others = uninvolvedMembers(thread, accounts);
  const voices = new Map<string, Voice>();
  for (const { author } of [thread, ...thread.replies]) {
    if (voices.has(author)) continue;
    const persona = personas.indexOf(author);
    const nickname = persona < 0 ? author : others[persona]!;
    const actor = await services(Actors).of(await memberNamed(services, ctx, nickname));
    const own = RequestContext.for({ actor, locale: thread.lang });
    const speaker = await services(Voices).speak(own, threadId, persona < 0 ? 'nickname' : 'anonymous');
    voices.set(author, { ctx: own, speaker });
  }
  return voices;
}

/** A post to be written, and what the forum's row does not tell. */
interface PlannedPost {
  readonly post: PostToImport;
  /** As the content names it. */
  readonly author: string;
  /** Exact, also where a persona writes. */
  readonly writtenAt: Date;
  readonly kudos: readonly string[];
}

function postsOf(
  services: Services,
  threadId: string,
  thread: DemoThread,
  voices: ReadonlyMap<string, Voice>,
): PlannedPost[] {
  const now = services(Clock).now();
  const opening = { ...thread, writtenAt: openedAt(thread, now), solution: false };
  const replies = thread.replies.map((reply) => ({ ...reply, writtenAt: repliedAt(thread, reply, now) }));
  return [opening, ...replies].map(({ author, body, kudos, solution, writtenAt }, index) => {
    const { speaker } = voices.get(author)!;
    const createdAt = speaker.kind === 'persona' ? toQuarterHour(writtenAt) : writtenAt;
    return {
      author,
      writtenAt,
      kudos,
      post: {
        id: services(Randomness).repeatableUuid(threadId, String(index)),
        kind: 'reply',
        authorId: speaker.pseudonymId,
        body,
        createdAt,
        editedAt: null,
        solutionAt: solution ? createdAt : null,
      },
    };
  });
}
