import { DomainEvent } from '@kundig/platform/server';

/** A moderator made the post a stub; its author is to be told why. Payload: primary keys of thread and post. */
export class PostHidden extends DomainEvent<{ threadId: string; postId: string }> {
  static readonly type = 'moderation.post-hidden.v1';
}
