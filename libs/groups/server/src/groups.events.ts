import { DomainEvent } from '@kundig/platform/server';

/** A request for access to a group was accepted or declined; whoever asked is to be told. Payload: its primary key. */
export class AccessDecided extends DomainEvent<{ requestId: string }> {
  static readonly type = 'groups.access-decided.v1';
}
