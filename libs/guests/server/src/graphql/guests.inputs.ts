import { Field, ID, InputType, PickType, registerEnumType } from '@nestjs/graphql';
import { StartThreadInput, startThreadSchema } from '@kundig/forum/server';
import { z } from 'zod';

/** An address; 254 characters are the longest mail allows. */
export const guestMail = z.string().trim().max(254).pipe(z.email());
export const guestToken = z.string().trim().min(1).max(300);

/** How somebody comes to a question that waits: by the page after writing it, or by the mail. */
export enum GuestRoadEnum {
  BROWSER = 'browser',
  MAIL = 'mail',
}
registerEnumType(GuestRoadEnum, {
  name: 'GuestRoad',
  description: 'Whether a token is that of the guest’s own page or of the link in the mail.',
});

@InputType()
export class AskAsGuestInput extends PickType(StartThreadInput, [
  'boardId',
  'kind',
  'title',
  'body',
  'tags',
  'anonymous',
  'unindexed',
  'detailFields',
  'details',
  'website',
  'leaks',
  'leaksHidden',
] as const) {}
export const askAsGuestSchema = startThreadSchema.omit({
  clientKey: true,
  privateOpinion: true,
});

@InputType()
export class SendGuestQuestionInput {
  @Field() token!: string;
  @Field() nickname!: string;
  @Field() mail!: string;
  @Field({ description: 'Has read the netiquette and the privacy text and agrees.' }) accept!: boolean;
}
export const sendGuestQuestionSchema = z.object({
  token: guestToken,
  nickname: z.string().trim().min(1).max(80),
  mail: guestMail,
  accept: z.literal(true, { error: 'identity:error.acceptanceMissing' }),
});

@InputType()
export class PublishGuestQuestionInput {
  @Field() token!: string;
}
export const publishGuestQuestionSchema = z.object({ token: guestToken });

@InputType()
export class ReleaseGuestQuestionInput {
  @Field(() => ID, { description: 'As the outbox lists it.' }) question!: string;
}
export const releaseGuestQuestionSchema = z.object({ question: z.uuid() });

export const guestQuestionArgs = z.object({ token: guestToken, road: z.enum(['browser', 'mail']) });
