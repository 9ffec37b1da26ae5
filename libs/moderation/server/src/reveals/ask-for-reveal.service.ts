import { Injectable } from '@nestjs/common';
import { forumPolicy, PostAccess } from '@kundig/forum/server';
import { Conflict, NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import {
  AuthorKind,
  AuthorLoader,
  Reveals,
  type RevealReason,
  type RevealView,
} from '@kundig/pseudonyms/server';

/** What a moderator asks for, by a post of the persona. */
export interface AskForReveal extends RevealReason {
  /** Public id. */
  readonly postId: string;
}

/** Lets a moderator ask who stands behind the persona that wrote a post. Somebody else decides about it. */
@Injectable()
export class AskForRevealService {
  constructor(
    private readonly access: PostAccess,
    private readonly authors: AuthorLoader,
    private readonly reveals: Reveals,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @throws NotFound no such post where the actor moderates, or not a persona's
   * @throws Conflict there is no key for reveals, or a request about this persona waits
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, { postId, ...reason }: AskForReveal): Promise<void> {
    const asked = await this.personaOf(ctx, postId);
    if (!asked) throw new NotFound();
    await this.limits.consume(ctx, 'edit');
    if (!(await this.reveals.terms()).possible) throw new Conflict('identity:error.revealOff');
    await this.reveals.request(ctx, asked.personaId, asked.postId, reason);
  }

  /** @returns requests about the persona that wrote a post, the latest first; null where the actor may not ask */
  async about(ctx: RequestContext, postId: string): Promise<RevealView[] | null> {
    const asked = await this.personaOf(ctx, postId);
    return asked && this.reveals.about(asked.personaId);
  }

  private async personaOf(
    ctx: RequestContext,
    publicId: string,
  ): Promise<{ personaId: string; postId: string } | null> {
    const { post, thread } = await this.access.require(ctx, publicId);
    if (post.authorId === null || !forumPolicy.mayModerate(ctx.actor, thread).allowed) return null;
    const author = await this.authors.load(ctx, post.authorId);
    return author?.kind === AuthorKind.PERSONA ? { personaId: post.authorId, postId: post.id } : null;
  }
}
