import { Field, InputType } from '@nestjs/graphql';
import { trap } from '@kundig/platform/server';
import { z } from 'zod';

/** Longest address mail allows; shorter than what a header line could do harm with. */
export const mail = z.string().trim().max(254).pipe(z.email());
/** Real bounds are the password policy's; this one keeps hashing cheap. */
export const password = z.string().min(1).max(1024);
export const token = z.string().trim().min(1).max(300);
export const nickname = z.string().trim().min(1).max(80);
export const accepted = z.literal(true, { error: 'identity:error.acceptanceMissing' });
const next = z.string().max(2000).nullish();

@InputType()
export class RegisterInput {
  @Field() nickname!: string;
  @Field() mail!: string;
  @Field() password!: string;
  @Field({ description: 'Has read the netiquette and agrees.' }) acceptNetiquette!: boolean;
  @Field({ description: 'Has read the privacy text and agrees.' }) acceptPrivacy!: boolean;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
  @Field(() => String, { nullable: true, description: 'Path to go to once the mail is confirmed.' })
  next?: string | null;
}
export const registerSchema = z.object({
  nickname,
  mail,
  password,
  acceptNetiquette: accepted,
  acceptPrivacy: accepted,
  website: trap,
  next,
});

@InputType()
export class ConfirmMailInput {
  @Field() token!: string;
}
export const confirmMailSchema = z.object({ token });

@InputType()
export class SignInInput {
  @Field() mail!: string;
  @Field() password!: string;
  @Field(() => String, { nullable: true, description: 'Path to go to afterwards.' }) next?: string | null;
}
export const signInSchema = z.object({
  mail: z.string().trim().min(1).max(254),
  password,
  next,
});

@InputType()
export class SignOutInput {
  @Field(() => String, { nullable: true }) clientKey?: string | null;
}
export const signOutSchema = z.object({ clientKey: z.string().max(100).nullish() });

@InputType()
export class RequestPasswordResetInput {
  @Field() mail!: string;
}
export const requestPasswordResetSchema = z.object({ mail });

@InputType()
export class ResetPasswordInput {
  @Field() token!: string;
  @Field() password!: string;
}
export const resetPasswordSchema = z.object({ token, password });

@InputType()
export class BecomeFirstAdministratorInput {
  @Field({ description: 'Of the link in the start log.' }) token!: string;
  @Field() mail!: string;
  @Field() nickname!: string;
  @Field() password!: string;
}
export const becomeFirstAdministratorSchema = z.object({ token, mail, nickname, password });
