import {
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { mutationResult, MutationSuccess, writtenLine, writtenText } from '@kundig/platform/server';
import { z } from 'zod';
import { MODERATION_LIMITS } from '../moderation.limits.js';
import type { ContentNotice, PlacedSubject } from './content-notice.repository.js';
import type { NoticedPlace } from './noticed-places.js';

export enum NoticeMatterEnum {
  INSULT = 'insult',
  HATE = 'hate',
  PRIVACY = 'privacy',
  PROPERTY = 'property',
  FRAUD = 'fraud',
  CHILD_ABUSE = 'child-abuse',
  OTHER = 'other',
}
export enum NoticeDecisionEnum {
  KEEP = 'keep',
  REMOVE = 'remove',
}
export enum NoticeGroundEnum {
  LAW = 'law',
  TERMS = 'terms',
}
export enum ShownPartEnum {
  PART = 'part',
  ALL = 'all',
}
export enum NoticedContentKindEnum {
  POST = 'post',
  COMMENT = 'comment',
  ARTICLE = 'article',
  NOTHING = 'nothing',
  ELSEWHERE = 'elsewhere',
  FOREIGN = 'foreign',
}
registerEnumType(NoticedContentKindEnum, {
  name: 'NoticedContentKind',
  description: 'What stands at an address a notice names.',
  valuesMap: {
    NOTHING: { description: 'No post and no comment that its sender could read.' },
    ELSEWHERE: { description: 'A page of this community that is neither a thread nor an article.' },
    FOREIGN: { description: 'No page of this community.' },
  },
});
registerEnumType(ShownPartEnum, {
  name: 'ShownPart',
  description: 'How much of what a notice is about can be read again.',
});
registerEnumType(NoticeMatterEnum, {
  name: 'NoticeMatter',
  description: 'What a notice says the content is.',
});
registerEnumType(NoticeDecisionEnum, {
  name: 'NoticeDecision',
  description: 'The content stays, or is hidden.',
});
registerEnumType(NoticeGroundEnum, {
  name: 'NoticeGround',
  description: 'Content is hidden because of the law, or of the terms of use.',
});

@ObjectType('NoticedContent', { description: 'One thing a notice points to.' })
export class NoticedContentObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly subject!: PlacedSubject | null;

  @Field(() => NoticedContentKindEnum) kind!: NoticedContentKindEnum;
  @Field(() => [String], { description: 'Every one that leads to it.' }) addresses!: readonly string[];

  static of(place: NoticedPlace): NoticedContentObject {
    return Object.assign(new NoticedContentObject(), place);
  }
}

@ObjectType('ContentNotice', { description: 'A notice of unlawful content.' })
export class ContentNoticeObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: ContentNotice;

  @Field(() => ID, { description: 'The number people name it by.' }) id!: string;
  @Field(() => [String], { description: 'Where the content stands.' }) addresses!: readonly string[];
  @Field({ description: 'Why its sender takes it for unlawful.' }) explanation!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'By when it is to be decided.' }) dueAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) decidedAt!: Date | null;
  @Field(() => NoticeDecisionEnum, { nullable: true }) decision!: NoticeDecisionEnum | null;
  @Field(() => String, { nullable: true, description: 'Why it was decided so.' }) statement!: string | null;
  @Field(() => ShownPartEnum, {
    nullable: true,
    description: 'What is shown again although it was to be hidden, as after an objection of its author.',
  })
  shownAgain!: ShownPartEnum | null;

  static of(row: ContentNotice): ContentNoticeObject {
    return Object.assign(new ContentNoticeObject(), { ...row, row, id: row.number });
  }
}

@ObjectType('NoticeFigures', { description: 'A year of notices, for the report on transparency.' })
export class NoticeFiguresObject {
  @Field(() => Int) year!: number;
  @Field(() => Int) received!: number;
  @Field(() => Int) decided!: number;
  @Field(() => Int) removed!: number;
  @Field(() => Float, { nullable: true, description: 'From notice to decision, in hours.' })
  medianHours!: number | null;
}

@InputType()
export class ReportUnlawfulContentInput {
  @Field({
    description: `Where the content stands, an address in each line; at most ${MODERATION_LIMITS.addressesMax}.`,
  })
  addresses!: string;
  @Field(() => NoticeMatterEnum) matter!: NoticeMatterEnum;
  @Field({ description: `Why it is unlawful, at most ${MODERATION_LIMITS.explanationMax} characters.` })
  explanation!: string;
  @Field(() => String, {
    nullable: true,
    description: 'May be missing where it is about the abuse of children.',
  })
  name?: string;
  @Field(() => String, {
    nullable: true,
    description: 'May be missing where it is about the abuse of children.',
  })
  mail?: string;
  @Field({ description: 'Believes in good faith that what is said is right and complete.' })
  acceptGoodFaith!: boolean;
  @Field(() => String, { nullable: true, description: 'Stays empty; people do not see it.' })
  website?: string;
}

const blankAsNull = (value: unknown): unknown => (typeof value === 'string' && value.trim()) || null;
const who = z
  .object({
    matter: z.enum(NoticeMatterEnum),
    name: z.preprocess(blankAsNull, writtenLine(1, 120).nullable()),
    mail: z.preprocess(blankAsNull, z.string().max(254).pipe(z.email()).nullable()),
  })
  // Article 16(2)(c): name and mail, except where it is about offences against children.
  .superRefine(({ matter, name, mail }, problems) => {
    if (matter === NoticeMatterEnum.CHILD_ABUSE) return;
    if (name === null)
      problems.addIssue({ code: 'custom', path: ['name'], message: 'moderation:error.nameMissing' });
    if (mail === null)
      problems.addIssue({ code: 'custom', path: ['mail'], message: 'moderation:error.mailMissing' });
  });
export const reportUnlawfulContentSchema = z.intersection(
  who,
  z.object({
    addresses: z
      .string()
      .max(4000)
      .transform((text) => text.split(/\s+/).filter(Boolean))
      .pipe(z.array(z.string().max(500)).min(1).max(MODERATION_LIMITS.addressesMax)),
    explanation: writtenText(MODERATION_LIMITS.explanationMin, MODERATION_LIMITS.explanationMax),
    acceptGoodFaith: z.literal(true, { error: 'moderation:error.goodFaithMissing' }),
    website: z
      .string()
      .max(500)
      .nullish()
      .transform((value) => value || null),
  }),
);

@InputType()
export class DecideNoticeInput {
  @Field(() => ID, { description: 'The number of the notice.' }) noticeId!: string;
  @Field(() => NoticeDecisionEnum) decision!: NoticeDecisionEnum;
  @Field(() => NoticeGroundEnum, { description: 'Does not count where the content stays.' })
  ground!: NoticeGroundEnum;
  @Field({
    description: `The reasons both sides are told, ${MODERATION_LIMITS.statementMin} to ${MODERATION_LIMITS.groundWordsMax} characters.`,
  })
  statement!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const decideNoticeSchema = z
  .object({
    noticeId: z.string().min(1).max(64),
    decision: z.enum(NoticeDecisionEnum),
    ground: z.enum(NoticeGroundEnum),
    statement: writtenLine(MODERATION_LIMITS.statementMin, MODERATION_LIMITS.groundWordsMax),
    clientKey: z.uuid().nullish(),
  })
  .transform(({ noticeId, decision, ground, statement }) => ({
    ...{ noticeId, decision, statement },
    ground: decision === NoticeDecisionEnum.KEEP ? ('none' as const) : ground,
  }));

@InputType()
export class ReopenNoticeInput {
  @Field(() => ID, { description: 'The number of the notice.' }) noticeId!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const reopenNoticeSchema = z.object({
  noticeId: z.string().min(1).max(64),
  clientKey: z.uuid().nullish(),
});

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class ReportUnlawfulContentSuccess extends MutationSuccess {}
export const ReportUnlawfulContentResult = mutationResult(
  'ReportUnlawfulContentResult',
  ReportUnlawfulContentSuccess,
);

@ObjectType(success)
export class DecideNoticeSuccess extends MutationSuccess {}
export const DecideNoticeResult = mutationResult('DecideNoticeResult', DecideNoticeSuccess);

@ObjectType(success)
export class ReopenNoticeSuccess extends MutationSuccess {}
export const ReopenNoticeResult = mutationResult('ReopenNoticeResult', ReopenNoticeSuccess);
