import { Field, GraphQLISODateTime, InputType, ObjectType } from '@nestjs/graphql';
import {
  mutationResult,
  MutationSuccess,
  TextChangeObject,
  writtenLine,
  writtenText,
} from '@kundig/platform/server';
import { z } from 'zod';
import type { LegalTextSource } from '../accounts/legal-texts.js';
import { LEGAL_TEXTS } from '../storage/legal-text.repository.js';

/** Bounds of what the operator writes, in characters. */
export const TEXT_LIMITS = { titleMax: 80, bodyMax: 30_000 } as const;

@ObjectType({ description: 'Imprint, privacy notice, netiquette and the like.' })
export class LegalText {
  @Field() slug!: string;
  @Field() title!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
  @Field({ description: 'Date of the version, as acceptance is recorded with.' }) version!: string;
}

@ObjectType('TextToAccept', { description: 'A new version of a text that the viewer is asked to accept.' })
export class TextToAcceptObject extends LegalText {
  @Field(() => [TextChangeObject], { description: 'Since the version the viewer accepted last.' })
  changes!: readonly TextChangeObject[];
}

@ObjectType({ description: 'One version of a text of the operator.' })
export class OperatorTextVersion {
  @Field() version!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null for the template of the product.' })
  publishedAt!: Date | null;
  @Field({ description: 'Whether members were asked to accept it.' }) material!: boolean;
  @Field() bodyDe!: string;
  @Field() bodyEn!: string;
}

@ObjectType({ description: 'A text of the operator as it is written, for administrators.' })
export class OperatorText {
  @Field() slug!: string;
  @Field() version!: string;
  @Field() titleDe!: string;
  @Field({ description: 'Markdown.' }) bodyDe!: string;
  @Field() titleEn!: string;
  @Field({ description: 'Markdown.' }) bodyEn!: string;
  @Field({ description: 'False for the template of the product.' }) own!: boolean;
  @Field(() => [OperatorTextVersion], { description: 'The newest first, the template last.' })
  versions!: OperatorTextVersion[];

  static of(versions: readonly LegalTextSource[]): OperatorText {
    const { slug, version, de, en, published } = versions[0]!;
    return {
      ...{ slug, version, own: published !== null },
      ...{ titleDe: de.title, bodyDe: de.body, titleEn: en.title, bodyEn: en.body },
      versions: versions.map((one) => ({
        version: one.version,
        publishedAt: one.published?.publishedAt ?? null,
        material: one.published?.material ?? false,
        bodyDe: one.de.body,
        bodyEn: one.en.body,
      })),
    };
  }
}

@InputType()
export class PublishLegalTextInput {
  @Field() slug!: string;
  @Field({ description: 'The version that was edited; refused as a conflict when there is a newer one.' })
  replaces!: string;
  @Field() titleDe!: string;
  @Field({ description: `Markdown, at most ${TEXT_LIMITS.bodyMax} characters.` }) bodyDe!: string;
  @Field() titleEn!: string;
  @Field({ description: `Markdown, at most ${TEXT_LIMITS.bodyMax} characters.` }) bodyEn!: string;
  @Field({ description: 'Whether members are asked to accept it.' }) material!: boolean;
  @Field(() => String) clientKey!: string;
}
export const publishLegalTextSchema = z.object({
  slug: z.enum(LEGAL_TEXTS),
  replaces: z.string().min(1).max(40),
  titleDe: writtenLine(1, TEXT_LIMITS.titleMax),
  bodyDe: writtenText(1, TEXT_LIMITS.bodyMax),
  titleEn: writtenLine(1, TEXT_LIMITS.titleMax),
  bodyEn: writtenText(1, TEXT_LIMITS.bodyMax),
  material: z.boolean(),
  clientKey: z.uuid(),
});

@InputType()
export class AcceptLegalTextsInput {
  @Field(() => [String], { description: 'What was read, each as `slug@version`.' }) texts!: string[];
  @Field({ description: 'Has read them and agrees.' }) accept!: boolean;
  @Field(() => String) clientKey!: string;
}
export const acceptLegalTextsSchema = z.object({
  texts: z
    .array(
      z
        .string()
        .max(100)
        .regex(/^[a-z]+@[\w.-]+$/)
        .transform((text) => {
          const [slug, version] = text.split('@') as [string, string];
          return { slug, version };
        }),
    )
    .max(LEGAL_TEXTS.length),
  accept: z.literal(true, { error: 'identity:error.acceptanceMissing' }),
  clientKey: z.uuid(),
});

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class PublishLegalTextSuccess extends MutationSuccess {}
export const PublishLegalTextResult = mutationResult('PublishLegalTextResult', PublishLegalTextSuccess);

@ObjectType(success)
export class AcceptLegalTextsSuccess extends MutationSuccess {}
export const AcceptLegalTextsResult = mutationResult('AcceptLegalTextsResult', AcceptLegalTextsSuccess);
