import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Board } from '@kundig/forum/server';
import { nameIn, type Locale } from '@kundig/platform/server';
import { BoardAudienceEnum, BoardPostingEnum } from './administration.enums.js';

@ObjectType({ description: 'Something a board asks, in both languages.' })
export class QuestionFieldSettings {
  @Field(() => ID) id!: string;
  @Field() labelDe!: string;
  @Field() labelEn!: string;
  @Field(() => [String], { description: 'Empty where the answer is a short text.' })
  choices!: readonly string[];
}

@ObjectType({ description: 'A board as administrators shape it.' })
export class BoardSettings {
  @Field(() => ID) id!: string;
  @Field() path!: string;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
  @Field() nameDe!: string;
  @Field() nameEn!: string;
  @Field({ description: 'In the language of the request.' }) name!: string;
  @Field() descriptionDe!: string;
  @Field() descriptionEn!: string;
  @Field(() => BoardAudienceEnum) audience!: BoardAudienceEnum;
  @Field(() => ID, { nullable: true, description: 'Group whose members read it.' }) groupId!: string | null;
  @Field(() => BoardPostingEnum) posting!: BoardPostingEnum;
  @Field() closed!: boolean;
  @Field(() => Int) threadCount!: number;
  @Field(() => [QuestionFieldSettings]) questionFields!: readonly QuestionFieldSettings[];

  /** @param boards the whole tree, to name the board above by its public id */
  static of(board: Board, boards: readonly Board[], locale: Locale): BoardSettings {
    const { publicId, slug, nameDe, nameEn, descriptionDe, descriptionEn, groupId, threadCount } = board;
    return Object.assign(new BoardSettings(), {
      ...{ id: publicId, path: `/b/${slug}/${publicId}` },
      ...{ nameDe, nameEn, descriptionDe, descriptionEn, groupId, threadCount },
      name: nameIn(locale, board),
      parentId: boards.find(({ id }) => id === board.parentId)?.publicId ?? null,
      audience: audienceOf(board),
      posting: board.posting,
      closed: board.closedAt !== null,
      questionFields: board.questionFields,
    });
  }
}

function audienceOf({ visibility, announced }: Board): BoardAudienceEnum {
  if (visibility === 'public') return BoardAudienceEnum.PUBLIC;
  if (visibility === 'members') return BoardAudienceEnum.MEMBERS;
  return announced ? BoardAudienceEnum.GROUP_ANNOUNCED : BoardAudienceEnum.GROUP_HIDDEN;
}
