import { Injectable } from '@nestjs/common';
import {
  IdentityPort,
  type HeldContent,
  type HeldPlace,
  type HeldPostView,
  type PostToHold,
} from '@kundig/identity/server';
import { Actor, InvalidInput, NotFound, RequestContext, SignInRequired } from '@kundig/platform/server';
import { PersonaRepository, sealedPersona } from '../storage/persona.repository.js';

/** Where its writer sees that it waits. */
export const HELD_PATH = '/mine';

/** Posts that wait for a moderator. They lie with identity, as they name their writer; what others may know is in a view. */
@Injectable()
export class HeldPosts {
  constructor(
    private readonly identity: IdentityPort,
    private readonly personas: PersonaRepository,
  ) {}

  /**
   * Safe to repeat with the same client key.
   * @returns whether it takes the place of nothing
   * @throws SignInRequired for visitors
   * @throws InvalidInput   a guest's question that was refused, or taken back
   */
  async hold(ctx: RequestContext, post: Omit<PostToHold, 'writer'>): Promise<boolean> {
    const { memberId } = ctx.actor;
    const holding = memberId && (await this.identity.holdPost({ writer: { memberId }, ...post }));
    if (!holding) throw new SignInRequired();
    if (holding === 'over') throw new InvalidInput('token', 'identity:error.guestQuestionGone');
    return holding === 'new';
  }

  /**
   * The same in the name of an author who comes by a link in a mail, and of whom nothing else is known here. Nobody is told
   * whether there still is an account.
   * @param authorId pseudonym id of a member or a persona
   */
  async holdFor(ctx: RequestContext, authorId: string, post: Omit<PostToHold, 'writer'>): Promise<void> {
    const [link] = await this.personas.links(ctx, [authorId]);
    const writer = link ? { persona: sealedPersona(link) } : { memberId: authorId };
    await this.identity.holdPost({ writer, ...post });
  }

  /** Forgets what the viewer holds with that key, as something newer takes its place. */
  async supersede(ctx: RequestContext, clientKey: string): Promise<void> {
    if (ctx.actor.memberId) await this.identity.supersedeHeldPost(ctx.actor.memberId, clientKey);
  }

  /** Forgets one of the viewer's own. @throws NotFound it is gone, is not theirs, or somebody decides about it */
  async withdraw(ctx: RequestContext, id: string): Promise<void> {
    const { memberId } = ctx.actor;
    if (!memberId || !(await this.identity.withdrawHeldPost(memberId, id))) throw new NotFound();
  }

  /** The viewer's own, the newest first; none for visitors. */
  async own(ctx: RequestContext): Promise<HeldPostView[]> {
    return ctx.actor.memberId ? this.identity.heldPostsOf(ctx.actor.memberId) : [];
  }

  /** Where posts of everybody wait, the oldest first. One statement. @param first at most so many */
  places(first: number): Promise<HeldPlace[]> {
    return this.identity.heldPlaces(first);
  }

  /** Those of them that still wait, the oldest first. Who may see which is decided by the caller. */
  findByIds(ids: readonly string[]): Promise<HeldPostView[]> {
    return this.identity.heldPosts(ids);
  }

  /**
   * Publishes it in its writer's name and tells them where it stands. Of parallel calls one publishes; one that fails
   * leaves it waiting. Who may let it through is decided by the caller.
   * @param groupId of the closed group among whose members it belongs, if any
   * @param write writes what was sent and notes that it was let through; safe to repeat. The writer may no more than any
   *   reader there: what they may besides, or not any more, would tell an anonymous one
   * @throws NotFound it is gone, or somebody else decides about it at this moment
   */
  async publish<Published extends { readonly path: string }>(
    ctx: RequestContext,
    id: string,
    groupId: string | null,
    write: (writer: RequestContext, content: HeldContent) => Promise<Published>,
  ): Promise<Published> {
    const post = await this.identity.releaseHeldPost(id);
    if (!post) throw new NotFound();
    const writer = RequestContext.for({
      actor: Actor.member(post.memberId, groupId ? [groupId] : []),
      locale: post.locale,
      requestId: ctx.requestId,
      released: true,
    });
    let published: Published;
    try {
      published = await write(writer, post.content);
    } catch (error) {
      await this.identity.giveBackHeldPost(id);
      throw error;
    }
    await this.identity.settleHeldPost(id, published.path);
    return published;
  }

  /** Forgets it and tells its writer why. @returns false when it was gone already */
  refuse(id: string, reason: string): Promise<boolean> {
    return this.identity.refuseHeldPost(id, reason);
  }

  /** Those about which nobody has decided for `HELD_DAYS`. @param first at most so many */
  undecided(first: number): Promise<string[]> {
    return this.identity.undecidedHeldPosts(first);
  }

  /** The same as `refuse` for them. */
  handBack(id: string): Promise<boolean> {
    return this.identity.handBackHeldPost(id);
  }
}

export { HELD_DAYS } from '@kundig/identity/server';
export type { HeldContent, HeldPlace, HeldPostView, PostToHold } from '@kundig/identity/server';
