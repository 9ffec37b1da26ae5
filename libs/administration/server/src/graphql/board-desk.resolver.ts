import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { BoardDesk, type BoardPlace } from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { AddBoardService, type AddBoard } from '../boards/add-board.service.js';
import { ChangeBoardService, type ChangeBoard } from '../boards/change-board.service.js';
import { CloseBoardService } from '../boards/close-board.service.js';
import { PlaceBoardService } from '../boards/place-board.service.js';
import { QuestionFieldsService, type SaveQuestionField } from '../boards/question-fields.service.js';
import {
  AddBoardInput,
  addBoardSchema,
  BoardInput,
  boardSchema,
  ChangeBoardInput,
  changeBoardSchema,
  PlaceBoardInput,
  placeBoardSchema,
  QuestionFieldInput,
  questionFieldSchema,
  SaveQuestionFieldInput,
  saveQuestionFieldSchema,
} from './board-desk.inputs.js';
import { BoardSettings } from './board-desk.object.js';
import {
  AddBoardResult,
  AddBoardSuccess,
  ChangeBoardResult,
  ChangeBoardSuccess,
  CloseBoardResult,
  CloseBoardSuccess,
  PlaceBoardResult,
  PlaceBoardSuccess,
  RemoveQuestionFieldResult,
  RemoveQuestionFieldSuccess,
  ReopenBoardResult,
  ReopenBoardSuccess,
  SaveQuestionFieldResult,
  SaveQuestionFieldSuccess,
} from './board-desk.results.js';

const TREE = '/admin/boards';
const pageOf = (id: string) => `${TREE}/${id}`;

/** The boards as administrators shape them. */
@Resolver()
export class BoardDeskResolver {
  constructor(
    private readonly desk: BoardDesk,
    private readonly addService: AddBoardService,
    private readonly changeService: ChangeBoardService,
    private readonly placeService: PlaceBoardService,
    private readonly closeService: CloseBoardService,
    private readonly fields: QuestionFieldsService,
  ) {}

  @Query(() => [BoardSettings], {
    description: 'Every board, each below the one above it, in display order.',
  })
  @Access.permission('platform:administer')
  async boardDesk(@Ctx() ctx: RequestContext): Promise<BoardSettings[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const boards = await this.desk.tree(ctx);
    return boards.map((board) => BoardSettings.of(board, boards, ctx.locale));
  }

  @Mutation(() => AddBoardResult, { description: 'Adds a board behind its siblings.' })
  @Access.permission('platform:administer')
  async addBoard(
    @Ctx() ctx: RequestContext,
    @Input(addBoardSchema, () => AddBoardInput) input: AddBoard,
  ): Promise<AddBoardSuccess> {
    const { publicId } = await this.addService.execute(ctx, input);
    return succeed(AddBoardSuccess, { path: `${pageOf(publicId)}?saved=1` });
  }

  @Mutation(() => ChangeBoardResult, {
    description: 'Names, readers and writers of a board. What may no longer be read is gone at once.',
  })
  @Access.permission('platform:administer')
  async changeBoard(
    @Ctx() ctx: RequestContext,
    @Input(changeBoardSchema, () => ChangeBoardInput) input: ChangeBoard,
  ): Promise<ChangeBoardSuccess> {
    await this.changeService.execute(ctx, input);
    return succeed(ChangeBoardSuccess, { path: `${TREE}?saved=1` });
  }

  @Mutation(() => PlaceBoardResult, { description: 'Puts a board elsewhere in the tree of two levels.' })
  @Access.permission('platform:administer')
  async placeBoard(
    @Ctx() ctx: RequestContext,
    @Input(placeBoardSchema, () => PlaceBoardInput) { id, parentId, beforeId }: BoardPlace,
  ): Promise<PlaceBoardSuccess> {
    await this.placeService.execute(ctx, { id, parentId, beforeId });
    return succeed(PlaceBoardSuccess, { path: TREE });
  }

  @Mutation(() => CloseBoardResult, { description: 'No new threads from now on. Safe to repeat.' })
  @Access.permission('platform:administer')
  async closeBoard(
    @Ctx() ctx: RequestContext,
    @Input(boardSchema, () => BoardInput) { id }: BoardInput,
  ): Promise<CloseBoardSuccess> {
    await this.closeService.execute(ctx, id, true);
    return succeed(CloseBoardSuccess, { path: pageOf(id) });
  }

  @Mutation(() => ReopenBoardResult, { description: 'New threads are welcome again. Safe to repeat.' })
  @Access.permission('platform:administer')
  async reopenBoard(
    @Ctx() ctx: RequestContext,
    @Input(boardSchema, () => BoardInput) { id }: BoardInput,
  ): Promise<ReopenBoardSuccess> {
    await this.closeService.execute(ctx, id, false);
    return succeed(ReopenBoardSuccess, { path: pageOf(id) });
  }

  @Mutation(() => SaveQuestionFieldResult, {
    description:
      'Something the board asks beside the question, at most three; threads keep the words of their time.',
  })
  @Access.permission('platform:administer')
  async saveQuestionField(
    @Ctx() ctx: RequestContext,
    @Input(saveQuestionFieldSchema, () => SaveQuestionFieldInput)
    { id, field, labelDe, labelEn, choices }: SaveQuestionField,
  ): Promise<SaveQuestionFieldSuccess> {
    await this.fields.save(ctx, { id, field, labelDe, labelEn, choices });
    return succeed(SaveQuestionFieldSuccess, { path: pageOf(id) });
  }

  @Mutation(() => RemoveQuestionFieldResult, {
    description: 'The board asks this no longer; what was answered stays. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async removeQuestionField(
    @Ctx() ctx: RequestContext,
    @Input(questionFieldSchema, () => QuestionFieldInput) { id, field }: QuestionFieldInput,
  ): Promise<RemoveQuestionFieldSuccess> {
    await this.fields.remove(ctx, { id, field });
    return succeed(RemoveQuestionFieldSuccess, { path: pageOf(id) });
  }
}
