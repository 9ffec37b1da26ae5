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
