import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Locale } from '@kundig/platform/server';
import { DraftObject } from '@kundig/pseudonyms/server';
import type { Thread, ThreadDetail } from '../storage/thread.entity.js';
import { LocaleEnum, ThreadKindEnum, VoiceEnum } from './forum.enums.js';

@ObjectType({ description: 'What the board asked beside the question, and the answer.' })
export class ThreadDetailObject {
  @Field({ description: 'In the language of the request.' }) label!: string;
  @Field() value!: string;

  static of({ labelDe, labelEn, value }: ThreadDetail, locale: Locale): ThreadDetailObject {
    return Object.assign(new ThreadDetailObject(), { label: locale === 'en' ? labelEn : labelDe, value });
  }
}

@ObjectType('Thread', { description: 'A question or a discussion.' })
export class ThreadObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Thread;

  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field({ description: 'A neutral text while the thread is hidden.' }) title!: string;
  @Field(() => ThreadKindEnum) kind!: ThreadKindEnum;
  @Field(() => LocaleEnum, { description: 'Language of the opening text.' }) lang!: LocaleEnum;
  @Field(() => GraphQLISODateTime, { description: 'To the quarter of an hour where a persona wrote.' })
  createdAt!: Date;
  @Field(() => GraphQLISODateTime) lastPostAt!: Date;
  @Field(() => Int) replyCount!: number;
  @Field() solved!: boolean;
  @Field(() => Int, { description: 'People who have the same problem as the asker.' })
  sameProblemCount!: number;
  @Field(() => String, { nullable: true }) solutionExcerpt!: string | null;
  @Field(() => [String]) tags!: string[];
  @Field() excerpt!: string;
  @Field() locked!: boolean;
  @Field() hidden!: boolean;
  @Field() pinned!: boolean;
  @Field(() => Int, { nullable: true, description: 'Slow mode: minutes between two replies of one person.' })
  slowMinutes!: number | null;

  @Field({ description: 'Kept out of search engines, sitemap and feeds, as its author wishes.' })
  unindexed!: boolean;

  /** @param hiddenTitle shown instead of the title of a hidden thread */
  static of(thread: Thread, hiddenTitle: string): ThreadObject {
    const hidden = thread.hiddenAt !== null || thread.deletedAt !== null;
    return Object.assign(new ThreadObject(), {
      row: thread,
      id: thread.publicId,
      path: hidden ? `/t/-/${thread.publicId}` : threadPath(thread),
      title: hidden ? hiddenTitle : thread.title,
      kind: thread.kind,
      lang: thread.lang,
      createdAt: thread.createdAt,
      lastPostAt: thread.lastPostAt,
      replyCount: thread.replyCount,
      solved: thread.solutionCount > 0,
      sameProblemCount: thread.sameProblemCount,
      solutionExcerpt: hidden ? null : thread.solutionExcerpt,
      tags: hidden ? [] : thread.tags,
      excerpt: hidden ? '' : thread.excerpt,
      locked: thread.lockedAt !== null,
      hidden,
      pinned: thread.pinnedAt !== null,
      slowMinutes: thread.slowMinutes,
      unindexed: thread.unindexed,
    });
  }
}

export const threadPath = (thread: Pick<Thread, 'slug' | 'publicId'>): string =>
  `/t/${thread.slug}/${thread.publicId}`;

@ObjectType({ description: 'What the viewer may do in a thread, and as whom.' })
export class ThreadViewer {
  @Field() mayReply!: boolean;
  @Field() mayAccept!: boolean;
  @Field({ description: 'As an expert of the board, where the asker has marked nothing for long.' })
  mayPropose!: boolean;
  @Field() mayModerate!: boolean;
  @Field() isAuthor!: boolean;
  @Field() following!: boolean;
  @Field({ description: 'Nothing of the thread is told, mentions included.' }) muted!: boolean;
  @Field({ description: 'The viewer has said to have the same problem.' }) sameProblem!: boolean;
  @Field({ description: 'False for visitors, the asker, and where there is no open question.' })
  mayShareProblem!: boolean;
  @Field(() => VoiceEnum, { nullable: true, description: 'Null until the viewer has posted here.' })
  voice!: VoiceEnum | null;
  @Field(() => String, { nullable: true, description: 'Name of the persona, where the voice is anonymous.' })
  voiceName!: string | null;
  @Field(() => Int, { nullable: true, description: 'Position of the first post not yet read.' })
  firstUnreadPosition!: number | null;
  @Field(() => Int, { description: 'Posts of others since the viewer was last here; 0 for visitors.' })
  unreadCount!: number;
  @Field(() => DraftObject, { nullable: true }) draft!: DraftObject | null;
}
