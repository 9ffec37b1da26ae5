import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocaleEnum, ThreadObject } from '@kundig/forum/server';
import type { FaqRelease } from '../storage/faq-release.entity.js';
import type { FaqText } from '../storage/faq-entry.repository.js';
import { FaqReview, FaqStatus } from './faq.enums.js';

export const faqEntryPath = ({ slug, publicId }: Pick<FaqText, 'slug' | 'publicId'>): string =>
  `/faq/${slug}/${publicId}`;

@ObjectType('FaqEntry', {
  description:
    'Question and answer made from a solved thread. Everybody gets the released text, the desk the newest.',
})
export class FaqEntryObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly text!: FaqText;

  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field() question!: string;
  @Field({ description: 'Markdown.' }) answer!: string;
  @Field({ description: 'Sanitised.' }) answerHtml!: string;
  @Field(() => LocaleEnum) lang!: LocaleEnum;
  @Field(() => FaqStatus) status!: FaqStatus;
  @Field(() => Int, { description: 'Number of this text; release names the one that was read.' })
  revision!: number;
  @Field({ description: 'Whether everybody can read a text of this entry.' }) inForce!: boolean;
  @Field(() => FaqReview, { nullable: true }) review!: FaqReview | null;

  static of(text: FaqText): FaqEntryObject {
    return Object.assign(new FaqEntryObject(), {
      text,
      id: text.publicId,
      path: faqEntryPath(text),
      question: text.question,
      answer: text.answerMd,
      answerHtml: text.answerHtml,
      lang: text.lang,
      status: statusOf(text),
      revision: text.number,
      inForce: text.releasedNumber !== null,
      review: text.review,
    });
  }
}

function statusOf({ withdrawnAt, approvedAt, number }: FaqText): FaqStatus {
  if (withdrawnAt) return FaqStatus.WITHDRAWN;
  if (approvedAt) return FaqStatus.RELEASED;
  return number === 1 ? FaqStatus.PROPOSED : FaqStatus.EDITED;
}

@ObjectType('FaqCandidate', { description: 'A solved question that could become an FAQ entry.' })
export class FaqCandidateObject {
  @Field(() => ThreadObject) thread!: ThreadObject;
  @Field(() => Int, { description: 'Given to the question and its solutions.' }) kudos!: number;
  @Field(() => Int) views!: number;
  @Field(() => Float, { description: 'Rank by kudos and views, both damped.' }) score!: number;
}

@ObjectType({ description: 'A numbered page of candidates.' })
export class FaqCandidatePage {
  @Field(() => [FaqCandidateObject]) items!: FaqCandidateObject[];
  @Field(() => Int, { description: 'From 1.' }) page!: number;
  @Field(() => Int) pageCount!: number;
}

@ObjectType('FaqFile')
export class FaqFileObject {
  @Field() name!: string;
  @Field({ description: 'Where it is downloaded.' }) path!: string;
  @Field(() => Int) bytes!: number;
}

@ObjectType('FaqRelease', { description: 'One export of all entries in force.' })
export class FaqReleaseObject {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => Int) entryCount!: number;
  @Field({ description: '`running`, `done` or `failed`.' }) state!: string;
  @Field(() => Float, { description: 'From 0 to 1.' }) progress!: number;
  @Field(() => [FaqFileObject], { description: 'Of the newest release only: later ones replace the files.' })
  files!: FaqFileObject[];

  /** @param isCurrent whether its files are the ones that can be downloaded */
  static of(release: FaqRelease, isCurrent: boolean): FaqReleaseObject {
    return Object.assign(new FaqReleaseObject(), {
      id: release.id,
      createdAt: release.startedAt,
      entryCount: release.entryCount,
      state: release.state,
      progress: release.done / release.total,
      files: isCurrent
        ? release.files.map(({ name, bytes }) => ({ name, bytes, path: `/faq/export/${name}` }))
        : [],
    });
  }
}
