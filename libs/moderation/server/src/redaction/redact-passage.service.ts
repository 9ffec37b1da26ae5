import { Injectable } from '@nestjs/common';
import { forumPolicy, PassageRemoval, PostAccess, type PostInThread } from '@kundig/forum/server';
import { AppDatabase, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { ThreadTraces } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { redactablePassage, type PassageToRedact } from './redactable-passage.js';

export interface RedactPassage extends PassageToRedact {
  /** Public id of the post. */
  readonly postId: string;
}

/**
 * Takes a passage out of a post for good, wherever it was copied to; where its author does, from copies of their words alone.
 * Nothing brings it back, and the log says that it was done, not what it was.
 */
@Injectable()
export class RedactPassageService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly removal: PassageRemoval,
    private readonly traces: ThreadTraces,
    private readonly audit: AuditLog,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @throws NotFound no such post, or deleted, or neither the actor's own nor on a board the actor moderates
   * @throws InvalidInput the passage is too short or not in the post, or the reason says it
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, input: RedactPassage): Promise<PostInThread> {
    const { postId, passage: words, reason } = input;
    const place = await this.access.require(ctx, postId);
    const { post, thread, ownIds } = place;
    forumPolicy.mayRedact(ctx.actor, thread, post, ownIds).orThrow();
    await this.limits.consume(ctx, 'edit');
    const passage = await redactablePassage(input, (asked) => this.removal.isIn(ctx, post, thread, asked));
    // Before the posts: whoever repeats it then finds it still to be done.
    const relatedIds = await this.traces.redact(thread.id, words, post.publicId);
    const isOwn = post.authorId !== null && ownIds.includes(post.authorId);
    // What a persona does tells nobody that a moderator speaks as it.
    const isPersona = isOwn && post.authorId !== ctx.actor.memberId;
    const everywhere = !isPersona && forumPolicy.mayModerate(ctx.actor, thread).allowed;
    await this.database.transaction(ctx, async (tx) => {
      const author = isOwn ? post.authorId : undefined;
      const redacted = await this.removal.remove(tx, post, passage, { everywhere, relatedIds });
      for (const posts of redacted) await this.audit.redact(tx, posts, passage, author);
      await this.audit.record(
        tx,
        { action: 'passage-redacted', subjectType: 'post', subjectId: post.publicId, reason },
        author,
      );
    });
    return this.access.require(ctx, postId);
  }
}
