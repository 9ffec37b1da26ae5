import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MailState } from '../storage/outbox-mail.entity.js';

/** Enum values are what the database stores; names are what the schema shows. */
export const MailStateEnum = { WAITING: 'waiting', SENT: 'sent', KEPT: 'kept' } as const satisfies Record<
  Uppercase<MailState>,
  MailState
>;

registerEnumType(MailStateEnum, {
  name: 'MailState',
  description: 'Waiting to be sent, sent, or kept because no mail server is set or it refused the recipient.',
});

/**
 * A mail on the administrator's page; left out are links only its reader may use, and who gets it unless it is about the
 * account alone: a way to the person behind a name that neither the log of opened addresses nor a reveal knows of.
 */
@ObjectType('OutboxMail', { description: 'A mail of the community; secret links are left out.' })
export class OutboxMailObject {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field({
    description:
      'Of a mail that could tell who is behind a nickname or an anonymous post a word that it is not shown.',
  })
  to!: string;
  @Field() subject!: string;
  @Field() text!: string;
  @Field(() => MailStateEnum) state!: MailState;
  @Field(() => Int) attempts!: number;
}

/** Without the nickname: who is behind one is told to nobody here. */
@ObjectType('UnreachedNewcomer', {
  description: 'An address with which somebody has registered, and that no mail has reached.',
})
export class UnreachedNewcomerObject {
  @Field() mail!: string;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field({ description: 'Whether several registrations of it wait, of which one is its owner’s.' })
  several!: boolean;
}

/** Nothing of what was written, and nobody who wants to stay anonymous. */
@ObjectType('UnreachedGuest', {
  description: 'An address of a guest whose question waits for a mail that has not gone out.',
})
export class UnreachedGuestObject {
  @Field(() => ID) id!: string;
  @Field() mail!: string;
  @Field(() => GraphQLISODateTime) since!: Date;
}
