import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  LocaleEnum,
  mutationResult,
  MutationSuccess,
  TextChangeObject,
  writtenLine,
  writtenText,
  type Locale,
} from '@kundig/platform/server';
import { z } from 'zod';
import { bodiesOf, type LegalTextSource } from '../accounts/legal-texts.js';
import { LEGAL_TEXTS } from '../storage/legal-text.repository.js';
import { openGaps, questionsOf, TEXT_QUESTIONS, type TextAnswer } from '../texts/text-questions.js';

/** Bounds of what the operator writes, in characters. */
export const TEXT_LIMITS = { titleMax: 80, bodyMax: 30_000, answerMax: 300 } as const;

@ObjectType({ description: 'Imprint, privacy notice, netiquette and the like.' })
export class LegalText {
  @Field() slug!: string;
  @Field() title!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
  @Field({ description: 'Date of the version, as acceptance is recorded with.' }) version!: string;
  @Field({
    description: 'Whether words of the operator are still missing in it; what needs them is left out.',
  })
  incomplete!: boolean;
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

@ObjectType('TextQuestion', { description: 'A gap of a text that only the operator can fill.' })
export class TextQuestionObject {
  @Field({ description: 'What the gap is called in the German text; answers name it.' }) gap!: string;
  @Field({ description: 'In the language of the request.' }) label!: string;
  @Field() help!: string;
  @Field({ description: 'Whether one answer is for both languages.' }) same!: boolean;
  @Field({ description: 'Whether no text can do without it.' }) needed!: boolean;
  @Field({ description: 'The answer given in another text; empty without one.' }) answerDe!: string;
  @Field({ description: 'The same in English.' }) answerEn!: string;
  @Field({ description: 'Whether it was said there that it does not apply.' }) notApplicable!: boolean;
}

@ObjectType({ description: 'A text in one language as it would be published.' })
export class LegalTextPreview {
  @Field(() => LocaleEnum) locale!: Locale;
  @Field() title!: string;
  @Field({ description: 'Sanitised.' }) html!: string;
}

@ObjectType({ description: 'The template of the product, from which a text can be filled anew.' })
export class LegalTextTemplate {
  @Field() titleDe!: string;
  @Field({ description: 'Markdown.' }) bodyDe!: string;
  @Field() titleEn!: string;
  @Field({ description: 'Markdown.' }) bodyEn!: string;
  @Field(() => [TextQuestionObject], { description: 'In the order of the text.' })
  questions!: TextQuestionObject[];
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
  @Field(() => Int, { description: 'In both languages together; those of both count once.' })
  gapsLeft!: number;
  @Field(() => [TextQuestionObject], {
    description: 'What only the operator can say, in the order of the text.',
  })
  questions!: TextQuestionObject[];
  @Field(() => LegalTextTemplate, {
    nullable: true,
    description: 'Null while the text is the template itself.',
  })
  template!: LegalTextTemplate | null;
  @Field(() => [OperatorTextVersion], { description: 'The newest first, the template last.' })
  versions!: OperatorTextVersion[];

  /** @param known what was answered in any text, by the gap */
  static of(
    versions: readonly LegalTextSource[],
    known: ReadonlyMap<string, TextAnswer>,
    locale: Locale,
  ): OperatorText {
    const [newest, template] = [versions[0]!, versions.at(-1)!];
    const { slug, version } = newest;
    const own = newest.published !== null;
    const written = (text: LegalTextSource): LegalTextTemplate => ({
      ...{ titleDe: text.de.title, bodyDe: text.de.body, titleEn: text.en.title, bodyEn: text.en.body },
      questions: questionsOf(bodiesOf(text)).map((question) => {
        const { gap } = question.de;
        const answer = known.get(gap);
        return {
          ...{ gap, label: question[locale].gap, help: question[locale].help },
          ...{ same: question.same ?? false, needed: question.needed ?? false },
          ...{ answerDe: answer?.de ?? '', answerEn: answer?.en ?? '' },
          notApplicable: answer?.applies === false && !question.needed,
        };
      }),
    });
    return {
      ...{ slug, version, own },
      gapsLeft: openGaps(bodiesOf(newest)).length,
      ...written(newest),
      template: own ? written(template) : null,
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
  @Field(() => [String], { nullable: true, description: 'German names of the gaps that are answered.' })
  gaps?: string[];
  @Field(() => [String], {
    nullable: true,
    description: 'One for each of `gaps`; empty where there is none.',
  })
  answersDe?: string[];
  @Field(() => [String], { nullable: true, description: 'The same in English.' })
  answersEn?: string[];
  @Field(() => [String], { nullable: true, description: 'Those of `gaps` that do not apply.' })
  notApplicable?: string[];
  @Field({ nullable: true, description: 'Whether gaps may be left in what is published.' })
  withGaps?: boolean;
  @Field(() => String) clientKey!: string;
}
const answerList = z.array(writtenLine(0, TEXT_LIMITS.answerMax)).max(TEXT_QUESTIONS.length).nullish();
export const publishLegalTextSchema = z
  .object({
    slug: z.enum(LEGAL_TEXTS),
    replaces: z.string().min(1).max(40),
    titleDe: writtenLine(1, TEXT_LIMITS.titleMax),
    bodyDe: writtenText(1, TEXT_LIMITS.bodyMax),
    titleEn: writtenLine(1, TEXT_LIMITS.titleMax),
    bodyEn: writtenText(1, TEXT_LIMITS.bodyMax),
    material: z.boolean(),
    gaps: answerList,
    answersDe: answerList,
    answersEn: answerList,
    notApplicable: answerList,
    withGaps: z.boolean().nullish(),
    clientKey: z.uuid(),
  })
  // Plain forms have lists of texts and no more.
  .transform(({ gaps, answersDe, answersEn, notApplicable, withGaps, clientKey: _sentOnce, ...text }) => ({
    ...text,
    withGaps: withGaps ?? false,
    answers: (gaps ?? []).map((gap, index): TextAnswer => ({
      gap,
      de: answersDe?.[index] ?? '',
      en: answersEn?.[index] ?? '',
      applies: !notApplicable?.includes(gap),
    })),
  }));

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
