import { Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { ViewerObject } from '@kundig/pseudonyms/server';
import { CreateBoardTreeService } from '../setup/create-board-tree.service.js';
import { DismissSetupService } from '../setup/dismiss-setup.service.js';
import { SetupChecklist, type SetupState } from '../setup/setup-checklist.js';
import {
  CreateBoardTreeInput,
  CreateBoardTreeResult,
  createBoardTreeSchema,
  CreateBoardTreeSuccess,
  DismissSetupResult,
  DismissSetupSuccess,
  SetupInput,
  setupSchema,
  SetupStateObject,
} from './setup.object.js';

const SETUP_PAGE = '/admin/setup';

/** The checklist of a new community. */
@Resolver(() => ViewerObject)
export class SetupResolver {
  constructor(
    private readonly checklist: SetupChecklist,
    private readonly createBoards: CreateBoardTreeService,
    private readonly dismiss: DismissSetupService,
  ) {}

  @Query(() => [SetupStateObject], { description: 'How far the community is set up.' })
  @Access.permission('platform:administer')
  setup(@Ctx() ctx: RequestContext): Promise<SetupState[]> {
    return this.checklist.states(ctx);
  }

  @ResolveField(() => Int, {
    description: 'Steps of setting up that are left; none for everybody but administrators.',
  })
  async setupStepsLeft(@Ctx() ctx: RequestContext): Promise<number> {
    return ctx.actor.can('platform:administer') ? this.checklist.left(ctx) : 0;
  }

  @Mutation(() => CreateBoardTreeResult, {
    description: 'Makes the boards of a template. Those that exist stay. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async createBoardTree(
    @Ctx() ctx: RequestContext,
    @Input(createBoardTreeSchema, () => CreateBoardTreeInput) { template }: CreateBoardTreeInput,
  ): Promise<CreateBoardTreeSuccess> {
    await this.createBoards.execute(ctx, template);
    return succeed(CreateBoardTreeSuccess, { path: `${SETUP_PAGE}?saved=1` });
  }

  @Mutation(() => DismissSetupResult, { description: 'Puts the checklist away. Safe to repeat.' })
  @Access.permission('platform:administer')
  async dismissSetup(
    @Ctx() ctx: RequestContext,
    @Input(setupSchema, () => SetupInput) _input: SetupInput,
  ): Promise<DismissSetupSuccess> {
    await this.dismiss.execute(ctx);
    return succeed(DismissSetupSuccess, { path: '/' });
  }
}
