import { Injectable } from '@nestjs/common';
import { IdentityPort, type DraftContent, type DraftView } from '@kundig/identity/server';
import { SignInRequired, type RequestContext } from '@kundig/platform/server';

/** Texts people have begun: one per thread, and one for a new thread. They lie with identity, as they name their author. */
@Injectable()
export class Drafts {
  constructor(private readonly identity: IdentityPort) {}

  /**
   * Replaces the draft for the thread, or for a new thread where `threadId` is null.
   * @throws SignInRequired for visitors
   */
  async save(ctx: RequestContext, content: DraftContent): Promise<DraftView> {
    const draft = ctx.actor.memberId && (await this.identity.saveDraft(ctx.actor.memberId, content));
    if (!draft) throw new SignInRequired();
    return draft;
  }

  /** Nothing happens when the draft is gone or somebody else's. @throws SignInRequired for visitors */
  async discard(ctx: RequestContext, draftId: string): Promise<void> {
    if (!ctx.actor.memberId) throw new SignInRequired();
    await this.identity.discardDraft(ctx.actor.memberId, draftId);
  }

  /** @returns the draft of a new thread; null for visitors */
  async ofNewThread(ctx: RequestContext): Promise<DraftView | null> {
    return ctx.actor.memberId ? this.identity.newThreadDraft(ctx.actor.memberId) : null;
  }
}
