import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { nameIn, type Locale } from '@kundig/platform/server';
import type { KnownBoard } from '../storage/board.repository.js';
import type { Board, QuestionField } from '../storage/board.entity.js';
import { BoardVisibilityEnum } from './forum.enums.js';
import { ThreadObject } from './thread.object.js';

@ObjectType('QuestionField', { description: 'Something a board asks beside the question; never required.' })
export class QuestionFieldObject {
  @Field(() => ID) id!: string;
  @Field({ description: 'In the language of the request.' }) label!: string;
  @Field(() => [String], { description: 'Empty where the answer is a short text.' }) choices!: string[];

  static of(field: QuestionField, locale: Locale): QuestionFieldObject {
    const label = locale === 'en' ? field.labelEn : field.labelDe;
    return Object.assign(new QuestionFieldObject(), { id: field.id, label, choices: field.choices });
  }
}

@ObjectType('Board', {
  description:
    'A place for threads. A closed group may announce its board: then it has a name and nothing else.',
})
export class BoardObject {
  /** Not part of the schema: what the field resolvers need. */
  readonly row!: Board;

  @Field(() => ID) id!: string;
  @Field() slug!: string;
  @Field({ description: 'In the language of the request.' }) name!: string;
  @Field() description!: string;
  @Field(() => BoardVisibilityEnum) visibility!: BoardVisibilityEnum;
  @Field({ description: 'False for the teaser of a closed group.' }) readable!: boolean;
  @Field() path!: string;
  @Field({ description: 'Whether every member who reads here may begin a thread, not the team alone.' })
  membersMayPost!: boolean;
  @Field({ description: 'Nobody begins a thread here any more; what is there can be read and answered.' })
  closed!: boolean;
  @Field(() => [QuestionFieldObject], { description: 'At most three.' })
  questionFields!: QuestionFieldObject[];

  static of({ board, readable }: KnownBoard, locale: Locale): BoardObject {
    return Object.assign(new BoardObject(), {
      row: board,
      id: board.publicId,
      slug: board.slug,
      name: nameIn(locale, board),
      description: locale === 'en' ? board.descriptionEn : board.descriptionDe,
      visibility: board.visibility,
      readable,
      path: boardPath(board),
      membersMayPost: board.posting === 'members' && board.closedAt === null,
      closed: board.closedAt !== null,
      questionFields: readable
        ? board.questionFields.map((field) => QuestionFieldObject.of(field, locale))
        : [],
    });
  }
}

export const boardPath = (board: Pick<Board, 'slug' | 'publicId'>): string =>
  `/b/${board.slug}/${board.publicId}`;

@ObjectType({ description: 'A numbered page of threads.' })
export class ThreadPage {
  @Field(() => [ThreadObject]) items!: ThreadObject[];
  @Field(() => Int, { description: 'From 1.' }) page!: number;
  @Field(() => Int) pageCount!: number;
  @Field(() => Int, { description: 'Counted only as far as pages are numbered.' }) total!: number;
}

@ObjectType({ description: 'A list that only goes on.' })
export class ThreadConnection {
  @Field(() => [ThreadObject]) items!: ThreadObject[];
  @Field(() => String, { nullable: true }) endCursor!: string | null;
  @Field() hasNextPage!: boolean;
}

@ObjectType({ description: 'A tag and how many recent threads bear it.' })
export class TagCount {
  @Field() tag!: string;
  @Field(() => Int) count!: number;
}
