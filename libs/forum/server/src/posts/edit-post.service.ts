import { Injectable } from '@nestjs/common';
import { FileClaims } from '@kundig/files/server';
import {
  AppDatabase,
  Clock,
  EventBus,
  InvalidInput,
  PageInvalidation,
  slugify,
  toQuarterHour,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorSuspensions } from '@kundig/pseudonyms/server';
import { PostEdited } from '../forum.events.js';
import { forumPolicy } from '../forum.policy.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { PostAccess } from './post-access.service.js';
import { PostHistory } from './post-history.service.js';
import { PostTexts } from './post-text.service.js';

export interface EditPost {
  /** Public id of the post. */
  readonly postId: string;
  readonly body: string;
  /** Title and tags of the thread; only for its opening post. */
  readonly title?: string;
  readonly tags?: readonly string[];
}

/** Changes one's own post; what it said before is kept, but for the first minutes. */
@Injectable()
export class EditPostService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly texts: PostTexts,
    private readonly files: FileClaims,
    private readonly history: PostHistory,
    private readonly suspensions: AuthorSuspensions,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound   no such post, or not the actor's own, or a stub
   * @throws NotAllowed the thread is locked
   * @throws InvalidInput a title for a post that opens no thread
   * @throws Suspended  its author may not write there at present
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: EditPost): Promise<Post> {
    const { post, thread, ownIds } = await this.access.require(ctx, input.postId);
    forumPolicy.mayEdit(ctx.actor, thread, post, ownIds).orThrow();
    await this.suspensions.requireNoneHere(ctx, post.authorId, thread.id);
    const isOpening = post.kind === 'opening';
    if (!isOpening && input.title !== undefined) throw new InvalidInput('title', 'platform:invalid.format');
    await this.limits.consume(ctx, 'post');
    await this.texts.admitMentions(ctx, input.body, post.bodyMd);
    const files = await this.files.claim(ctx, 'post', input.body);
    const now = this.clock.now();
    const text = await this.texts.written(ctx, input.body);
    const at = post.authorId === ctx.actor.memberId ? now : toQuarterHour(now);
    await this.database.transaction(ctx, async (tx) => {
      const place = await this.threads.lock(tx, thread.id);
      const current = await this.posts.lock(tx, thread.id, post.id);
      forumPolicy.mayEdit(ctx.actor, place, current, ownIds).orThrow(); // it may have been hidden meanwhile
      const witnessed = !this.history.isUnwitnessed(current);
      if (witnessed) await this.history.keep(tx, current, isOpening ? place : null, current.authorId!, at);
      await this.posts.update(tx, post.id, { ...text, ...(witnessed && { editedAt: at }) });
      if (isOpening) {
        const title = input.title ?? place.title;
        await this.threads.update(tx, thread.id, {
          title,
          slug: slugify(title, 'thema'),
          lang: text.lang,
          tags: [...(input.tags ?? place.tags)],
          excerpt: this.texts.excerptOf(text.bodyHtml),
        });
      } else if (current.solutionAt) {
        const [solution] = await this.posts.solutions(tx, [thread.id]);
        await this.threads.update(tx, thread.id, this.texts.ofSolution(solution));
      }
      await this.files.publish(tx, files, post.id);
      await this.events.emit(tx, now, new PostEdited({ threadId: thread.id, postId: post.id }));
      await this.pages.drop(tx, 'home', `thread:${thread.id}`, `board:${place.boardId}`);
    });
    await this.files.settle(files);
    return (await this.posts.findReadableByIds(ctx, [post.id]))[0]!;
  }
}
