import { DomainEvent } from '@kundig/platform/server';

/** A kudos was given for a post, or taken back. It says nothing of who did. */
export class KudosChanged extends DomainEvent<{ postId: string }> {
  static readonly type = 'kudos.kudos-changed.v1';
}
