import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { boardPath } from '@kundig/forum/server';
import { AccessRequestRepository, GroupRepository } from '@kundig/groups/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { MemberLoader, MemberObject } from '@kundig/pseudonyms/server';
import { administrationPolicy } from '../administration.policy.js';
import { DecideAccessService, type DecideAccess } from '../groups/decide-access.service.js';
import { GroupMembershipService, type GroupMember } from '../groups/group-membership.service.js';
import { RequestAccessService, type RequestAccess } from '../groups/request-access.service.js';
import { SaveGroupService, type SaveGroup } from '../groups/save-group.service.js';
import {
  DecideAccessInput,
  decideAccessSchema,
  GroupMemberInput,
  groupMemberSchema,
  RequestAccessInput,
  requestAccessSchema,
  SaveGroupInput,
  saveGroupSchema,
} from './group-desk.inputs.js';
import { AccessRequestObject, GroupSettings } from './group-desk.object.js';
import {
  AddGroupMemberResult,
  AddGroupMemberSuccess,
  DecideAccessResult,
  DecideAccessSuccess,
  RemoveGroupMemberResult,
  RemoveGroupMemberSuccess,
  RequestAccessResult,
  RequestAccessSuccess,
  SaveGroupResult,
  SaveGroupSuccess,
} from './group-desk.results.js';

const DESK = '/admin/groups';
const pageOf = (id: string) => `${DESK}/${id}`;
const SHOWN_REQUESTS = 50;
const SHOWN_MEMBERS = 500;

/** The closed groups as administrators keep them, and who asks to be let in. */
@Resolver(() => AccessRequestObject)
export class GroupDeskResolver {
  constructor(
    private readonly groups: GroupRepository,
    private readonly requests: AccessRequestRepository,
    private readonly members: MemberLoader,
    private readonly saveService: SaveGroupService,
    private readonly membershipService: GroupMembershipService,
    private readonly requestService: RequestAccessService,
    private readonly decideService: DecideAccessService,
  ) {}

  @Query(() => [GroupSettings], { description: 'Every closed group.' })
  @Access.permission('platform:administer')
  async groupDesk(@Ctx() ctx: RequestContext): Promise<GroupSettings[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    return (await this.all(ctx)).map((group) => GroupSettings.of(group, ctx.locale));
  }

  @Query(() => [MemberObject], { description: 'Who belongs to a group, the latest first; at most 500.' })
  @Access.permission('platform:administer')
  async groupMembers(
    @Ctx() ctx: RequestContext,
    @Args('group', { type: () => ID }) group: string,
  ): Promise<MemberObject[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const known = (await this.all(ctx)).some(({ id }) => id === group);
    const ids = known ? await this.groups.members(ctx, group, SHOWN_MEMBERS) : [];
    return (await this.members.loadMany(ctx, ids)).filter((member) => member !== null);
  }

  @Query(() => [AccessRequestObject], {
    description: 'Open requests, the longest waiting first; at most 50.',
  })
  @Access.permission('platform:administer')
  async accessRequests(@Ctx() ctx: RequestContext): Promise<AccessRequestObject[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    return (await this.requests.open(ctx, SHOWN_REQUESTS)).map((row) => AccessRequestObject.of(row));
  }

  @Mutation(() => SaveGroupResult, { description: 'Adds a closed group or gives it other names.' })
  @Access.permission('platform:administer')
  async saveGroup(
    @Ctx() ctx: RequestContext,
    @Input(saveGroupSchema, () => SaveGroupInput) input: SaveGroup,
  ): Promise<SaveGroupSuccess> {
    return succeed(SaveGroupSuccess, { path: pageOf(await this.saveService.execute(ctx, input)) });
  }

  @Mutation(() => AddGroupMemberResult, { description: 'Lets a member in. Safe to repeat.' })
  @Access.permission('platform:administer')
  async addGroupMember(
    @Ctx() ctx: RequestContext,
    @Input(groupMemberSchema, () => GroupMemberInput) input: GroupMember,
  ): Promise<AddGroupMemberSuccess> {
    await this.membershipService.execute(ctx, input, true);
    return succeed(AddGroupMemberSuccess, { path: pageOf(input.group) });
  }

  @Mutation(() => RemoveGroupMemberResult, { description: 'Takes a member out. Safe to repeat.' })
  @Access.permission('platform:administer')
  async removeGroupMember(
    @Ctx() ctx: RequestContext,
    @Input(groupMemberSchema, () => GroupMemberInput) input: GroupMember,
  ): Promise<RemoveGroupMemberSuccess> {
    await this.membershipService.execute(ctx, input, false);
    return succeed(RemoveGroupMemberSuccess, { path: pageOf(input.group) });
  }

  @Mutation(() => RequestAccessResult, {
    description: 'Asks to be let into the group of an announced board. Safe to repeat.',
  })
  @Access.member()
  async requestAccess(
    @Ctx() ctx: RequestContext,
    @Input(requestAccessSchema, () => RequestAccessInput) input: RequestAccess,
  ): Promise<RequestAccessSuccess> {
    return succeed(RequestAccessSuccess, { path: boardPath(await this.requestService.execute(ctx, input)) });
  }

  @Mutation(() => DecideAccessResult, {
    description: 'Lets in whoever asked, or declines. Safe to repeat with the same decision.',
  })
  @Access.permission('platform:administer')
  async decideAccess(
    @Ctx() ctx: RequestContext,
    @Input(decideAccessSchema, () => DecideAccessInput) input: DecideAccess,
  ): Promise<DecideAccessSuccess> {
    await this.decideService.execute(ctx, input);
    return succeed(DecideAccessSuccess, { path: DESK });
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Null once the member is gone.' })
  member(@Ctx() ctx: RequestContext, @Parent() { row }: AccessRequestObject): Promise<MemberObject | null> {
    return this.members.load(ctx, row.memberId);
  }

  @ResolveField(() => String, { description: 'Name of the group in the language of the request.' })
  async group(@Ctx() ctx: RequestContext, @Parent() { row }: AccessRequestObject): Promise<string> {
    const group = (await this.all(ctx)).find(({ id }) => id === row.groupId)!;
    return ctx.locale === 'en' ? group.nameEn : group.nameDe;
  }

  private all(ctx: RequestContext) {
    return ctx.remember(this, () => this.groups.all(ctx));
  }
}
