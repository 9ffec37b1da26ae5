import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LEAK_KINDS, type LeakKind } from '@kundig/leak-guard/rules';
import { LeakKindEnum, type OperatorGuardSettings } from '@kundig/leak-guard/server';
import { mutationResult, MutationSuccess } from '@kundig/platform/server';
import { z } from 'zod';
import { patternsOf } from '../leak-guard/save-leak-guard.service.js';
import { SITE_LIMITS } from '../site.limits.js';

const patterns = 'Such as KD-######: # is a digit, @ a letter, ? either, {6,8} says how often.';
const binding = 'Whether what is asked about must go from posts of the team and from the FAQ.';

@ObjectType('LeakGuardSettings', {
  description: 'What is looked for in a text before it is sent, and what of it is the operator’s own.',
})
export class LeakGuardSettingsObject {
  @Field(() => [LeakKindEnum], { description: 'Kinds that are looked for.' }) kinds!: LeakKind[];
  @Field({ description: binding }) binding!: boolean;
  @Field(() => [String], { description: patterns }) customerPatterns!: string[];
  @Field(() => [String], { description: patterns }) contractPatterns!: string[];
  @Field(() => [String], { description: patterns }) ticketPatterns!: string[];
  @Field(() => [String], { description: 'Phone numbers nobody is asked about.' })
  hotlines!: readonly string[];
  @Field(() => [String], { description: 'Domains nobody is asked about, with all below them.' })
  domains!: readonly string[];

  static of(guard: OperatorGuardSettings): LeakGuardSettingsObject {
    return {
      kinds: LEAK_KINDS.filter((kind) => !guard.off.includes(kind)),
      binding: guard.binding,
      customerPatterns: patternsOf(guard, 'customerPatterns'),
      contractPatterns: patternsOf(guard, 'contractPatterns'),
      ticketPatterns: patternsOf(guard, 'ticketPatterns'),
      hotlines: guard.hotlines,
      domains: guard.domains,
    };
  }
}

@ObjectType('LeakCount', { description: 'What became of places of one kind in the last thirty days.' })
export class LeakCountObject {
  @Field(() => LeakKindEnum) kind!: LeakKind;
  @Field(() => Int) found!: number;
  @Field(() => Int, { description: 'Neutral words took their place.' }) hidden!: number;
  @Field(() => Int, { description: 'The author left them.' }) left!: number;
}

@ObjectType('LeakRescanCount', { description: 'How often a kind stands in posts.' })
export class LeakRescanCountObject {
  @Field(() => LeakKindEnum) kind!: LeakKind;
  @Field(() => Int) places!: number;
  @Field(() => Int, { description: 'Posts with at least one such place.' }) posts!: number;
}

@ObjectType('LeakRescan', { description: 'The last whole look through the posts: numbers, and no posts.' })
export class LeakRescanObject {
  @Field(() => GraphQLISODateTime) finishedAt!: Date;
  @Field(() => Int, { description: 'Posts that were looked through.' }) posts!: number;
  @Field(() => [LeakRescanCountObject], { description: 'Kinds of which something was found, most first.' })
  counts!: readonly LeakRescanCountObject[];
}

@InputType()
export class RescanPostsInput {
  @Field(() => String) clientKey!: string;
}
export const rescanPostsSchema = z.object({ clientKey: z.uuid() });

@ObjectType({ implements: () => MutationSuccess })
export class RescanPostsSuccess extends MutationSuccess {}
export const RescanPostsResult = mutationResult('RescanPostsResult', RescanPostsSuccess);

@InputType()
export class SaveLeakGuardInput {
  @Field(() => [LeakKindEnum], { nullable: true, description: 'All others are switched off.' })
  kinds?: LeakKind[];
  @Field(() => Boolean, { nullable: true, description: `${binding} No when absent.` }) binding?: boolean;
  @Field(() => String, { nullable: true, description: `One a line. ${patterns}` }) customerPatterns?: string;
  @Field(() => String, { nullable: true, description: `One a line. ${patterns}` }) contractPatterns?: string;
  @Field(() => String, { nullable: true, description: `One a line. ${patterns}` }) ticketPatterns?: string;
  @Field(() => String, { nullable: true, description: 'One a line.' }) hotlines?: string;
  @Field(() => String, { nullable: true, description: 'One a line.' }) domains?: string;
  @Field(() => String) clientKey!: string;
}

const { guardLines, guardLineMax } = SITE_LIMITS;

/**
 * What stands in the lines of a field, each once.
 * @param isLine what a line must be; one that is not is the fault of the whole field
 */
const lines = (isLine = /^.+$/, error?: string) =>
  z
    .string()
    .max(guardLines * (guardLineMax + 2))
    .nullish()
    .transform((written) => (written ?? '').normalize('NFC').split(/[\r\n]+/))
    .transform((all) => [...new Set(all.map((line) => line.trim()).filter(Boolean))])
    .pipe(
      z
        .array(z.string())
        .max(guardLines)
        .refine((all) => all.every((line) => line.length <= guardLineMax && isLine.test(line)), { error }),
    );

const HOTLINE = /^\+?[\d\s()/.-]{4,40}$/;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}$/u;

export const saveLeakGuardSchema = z.object({
  kinds: z
    .array(z.enum(LeakKindEnum))
    .max(LEAK_KINDS.length)
    .nullish()
    .transform((kinds) => kinds ?? []),
  binding: z
    .boolean()
    .nullish()
    .transform((binding) => binding ?? false),
  customerPatterns: lines(),
  contractPatterns: lines(),
  ticketPatterns: lines(),
  hotlines: lines(HOTLINE, 'site:error.hotline'),
  domains: lines(DOMAIN, 'site:error.domain'),
  clientKey: z.uuid(),
});

@ObjectType({ implements: () => MutationSuccess })
export class SaveLeakGuardSuccess extends MutationSuccess {}
export const SaveLeakGuardResult = mutationResult('SaveLeakGuardResult', SaveLeakGuardSuccess);
