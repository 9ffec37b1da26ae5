import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { password, token } from './account.inputs.js';

@ObjectType({ description: 'A QR code as a square of modules.' })
export class QrCodeObject {
  @Field(() => Int, { description: 'Modules on each side, the quiet zone included.' }) size!: number;
  @Field({ description: 'SVG path of the dark modules, one unit a module.' }) path!: string;
}

@ObjectType({
  description: 'A second factor before it is put in force; shown to its owner alone, and only so long.',
})
export class SecondFactorSetup {
  @Field(() => QrCodeObject, { description: 'For the camera of an authenticator app.' })
  qrCode!: QrCodeObject;
  @Field({ description: 'The same to be typed, in groups of four.' }) secret!: string;
  @Field(() => [String], { description: 'Each opens the account once where the app is lost.' })
  recoveryCodes!: string[];
}

@ObjectType({ description: 'What the viewer signs in with besides the password.' })
export class SecondFactorObject {
  @Field({ description: 'Whether signing in asks for a code.' }) on!: boolean;
  @Field({ description: 'Whether an office of the viewer rests until there is one.' }) owed!: boolean;
  @Field({ description: 'Whether a code was entered in this session within the last minutes.' })
  fresh!: boolean;
  @Field(() => Int, { nullable: true, description: 'Recovery codes that are left; null while it is off.' })
  codesLeft!: number | null;
  @Field(() => SecondFactorSetup, {
    nullable: true,
    description: 'What is begun and waits for its first code.',
  })
  setup!: SecondFactorSetup | null;
}

/** Six digits or a recovery code, with what people put in between to read them. */
const code = z.string().trim().min(6).max(40);
const next = z.string().max(2000).nullish();

@InputType()
export class BeginSecondFactorInput {
  @Field({ description: 'The password in force.' }) currentPassword!: string;
}
export const beginSecondFactorSchema = z.object({ currentPassword: password });

@InputType()
export class ConfirmSecondFactorInput {
  @Field({ description: 'Six digits of the app.' }) code!: string;
}
export const confirmSecondFactorSchema = z.object({ code });

@InputType()
export class EndSecondFactorInput {
  @Field({ description: 'The password in force.' }) currentPassword!: string;
  @Field({ description: 'Six digits of the app, or a recovery code.' }) code!: string;
}
export const endSecondFactorSchema = z.object({ currentPassword: password, code });

@InputType()
export class ProveSecondFactorInput {
  @Field({ description: 'Six digits of the app, or a recovery code.' }) code!: string;
  @Field(() => String, { nullable: true, description: 'Path to go to afterwards.' }) next?: string | null;
}
export const proveSecondFactorSchema = z.object({ code, next });

@InputType()
export class SignInByCodeInput {
  @Field({ description: 'Of the address to which `signIn` has led.' }) ticket!: string;
  @Field({ description: 'Six digits of the app, or a recovery code.' }) code!: string;
  @Field(() => String, { nullable: true, description: 'Path to go to afterwards.' }) next?: string | null;
}
export const signInByCodeSchema = z.object({ ticket: token, code, next });

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class BeginSecondFactorSuccess extends MutationSuccess {}
export const BeginSecondFactorResult = mutationResult('BeginSecondFactorResult', BeginSecondFactorSuccess);

@ObjectType(success)
export class ConfirmSecondFactorSuccess extends MutationSuccess {}
export const ConfirmSecondFactorResult = mutationResult(
  'ConfirmSecondFactorResult',
  ConfirmSecondFactorSuccess,
);

@ObjectType(success)
export class EndSecondFactorSuccess extends MutationSuccess {}
export const EndSecondFactorResult = mutationResult('EndSecondFactorResult', EndSecondFactorSuccess);

@ObjectType(success)
export class ProveSecondFactorSuccess extends MutationSuccess {}
export const ProveSecondFactorResult = mutationResult('ProveSecondFactorResult', ProveSecondFactorSuccess);

@ObjectType(success)
export class SignInByCodeSuccess extends MutationSuccess {}
export const SignInByCodeResult = mutationResult('SignInByCodeResult', SignInByCodeSuccess);
