import { Injectable } from '@nestjs/common';
import { encodeCursor, Translator, type RequestContext } from '@kundig/platform/server';
import { AuthorKind, AuthorLoader, AuthorObject } from '@kundig/pseudonyms/server';
import type { KnownBoard } from '../storage/board.repository.js';
import type { Post } from '../storage/post.entity.js';
import type { Thread } from '../storage/thread.entity.js';
import { BoardObject, ThreadConnection } from './board.object.js';
import { pageOfPosition, PostObject } from './post.object.js';
import { ThreadObject, threadPath } from './thread.object.js';

/** Makes the schema's objects from rows, and notes what a cached page shows. */
@Injectable()
export class ForumPresenter {
  constructor(
    private readonly translator: Translator,
    private readonly authors: AuthorLoader,
  ) {}

  /** @param pseudonymId null for somebody who was erased or whose post is gone */
  async author(ctx: RequestContext, pseudonymId: string | null): Promise<AuthorObject> {
    const known = pseudonymId === null ? null : await this.authors.load(ctx, pseudonymId);
    return known ?? this.nobody(ctx);
  }

  thread(ctx: RequestContext, thread: Thread): ThreadObject {
    ctx.shown.add(`thread:${thread.id}`);
    return ThreadObject.of(thread, this.translator.translate(ctx.locale, 'forum:stub.title'));
  }

  threads(ctx: RequestContext, threads: readonly Thread[]): ThreadObject[] {
    return threads.map((thread) => this.thread(ctx, thread));
  }

  /** @param rows one more than `first` where the list goes on */
  connection(
    ctx: RequestContext,
    rows: readonly Thread[],
    first: number,
    sortKey: (thread: Thread) => Date,
  ): ThreadConnection {
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return {
      items: this.threads(ctx, shown),
      endCursor: last ? encodeCursor({ at: sortKey(last), id: last.id }) : null,
      hasNextPage: rows.length > first,
    };
  }

  post(ctx: RequestContext, post: Post): PostObject {
    ctx.shown.add(`thread:${post.threadId}`);
    return PostObject.of(post);
  }

  board(ctx: RequestContext, known: KnownBoard): BoardObject {
    ctx.shown.add('boards');
    return BoardObject.of(known, ctx.locale);
  }

  /** Address of a post on its page of the thread. */
  postPath(thread: Pick<Thread, 'slug' | 'publicId'>, post: Pick<Post, 'position' | 'publicId'>): string {
    const page = pageOfPosition(post.position);
    return `${threadPath(thread)}${page > 1 ? `?page=${page}` : ''}#${post.position === 1 ? 'question' : `p-${post.publicId}`}`;
  }

  private nobody(ctx: RequestContext): AuthorObject {
    return Object.assign(new AuthorObject(), {
      id: 'nobody',
      name: this.translator.translate(ctx.locale, 'pseudonyms:deletedMember'),
      kind: AuthorKind.DELETED,
      pictureSeed: '',
      expertIn: [],
      role: null,
      path: null,
    });
  }
}
