import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { boardPath } from '@kundig/forum/server';
import { AccessRequestRepository, GroupRepository } from '@kundig/groups/server';
import { Access, Ctx, Input, nameIn, succeed, type RequestContext } from '@kundig/platform/server';
import { MemberLoader, MemberObject } from '@kundig/pseudonyms/server';
import { administrationPolicy } from '../administration.policy.js';
import { AppointLeadService } from '../groups/appoint-lead.service.js';
import { DecideAccessService, type DecideAccess } from '../groups/decide-access.service.js';
import { GroupMembershipService, type GroupMember } from '../groups/group-membership.service.js';
import { RequestAccessService, type RequestAccess } from '../groups/request-access.service.js';
import { SaveGroupService, type SaveGroup } from '../groups/save-group.service.js';
import {
  AppointLeadInput,
  appointLeadSchema,
  DecideAccessInput,
  decideAccessSchema,
  GroupMemberInput,
  groupMemberSchema,
  RequestAccessInput,
  requestAccessSchema,
  SaveGroupInput,
  saveGroupSchema,
} from './group-desk.inputs.js';
import { AccessRequestObject, GroupMemberObject, GroupSettings } from './group-desk.object.js';
import {
  AddGroupMemberResult,
  AddGroupMemberSuccess,
  AppointLeadResult,
  AppointLeadSuccess,
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

/** The closed groups as administrators and those who look after them keep them, and who asks to be let in. */
@Resolver(() => AccessRequestObject)
export class GroupDeskResolver {
  constructor(
    private readonly groups: GroupRepository,
    private readonly requests: AccessRequestRepository,
    private readonly members: MemberLoader,
    private readonly saveService: SaveGroupService,
    private readonly membershipService: GroupMembershipService,
    private readonly appointService: AppointLeadService,
    private readonly requestService: RequestAccessService,
    private readonly decideService: DecideAccessService,
  ) {}

  @Query(() => [GroupSettings], {
    description: 'Every closed group for administrators; for others those they look after.',
  })
  @Access.member()
  async groupDesk(@Ctx() ctx: RequestContext): Promise<GroupSettings[]> {
    return (await this.lookedAfter(ctx)).map((group) => GroupSettings.of(group, ctx.locale));
  }

  @Query(() => [GroupMemberObject], {
    description: 'Who belongs to a group the viewer looks after, the latest first; at most 500.',
  })
  @Access.member()
  async groupMembers(
    @Ctx() ctx: RequestContext,
    @Args('group', { type: () => ID }) group: string,
  ): Promise<GroupMemberObject[]> {
    const mine = (await this.lookedAfter(ctx)).some(({ id }) => id === group);
    const rows = mine ? await this.groups.members(ctx, group, SHOWN_MEMBERS) : [];
    const members = await this.members.loadMany(
      ctx,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ lead }, index) => {
      const member = members[index];
      return member ? [{ member, lead }] : [];
    });
  }

  @Query(() => [AccessRequestObject], {
    description: 'Open requests for groups the viewer looks after, the longest waiting first; at most 50.',
  })
  @Access.member()
  async accessRequests(@Ctx() ctx: RequestContext): Promise<AccessRequestObject[]> {
    const groupIds = (await this.lookedAfter(ctx)).map(({ id }) => id);
    return (await this.requests.open(ctx, groupIds, SHOWN_REQUESTS)).map((row) =>
      AccessRequestObject.of(row),
    );
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
  @Access.member()
  async addGroupMember(
    @Ctx() ctx: RequestContext,
    @Input(groupMemberSchema, () => GroupMemberInput) input: GroupMember,
  ): Promise<AddGroupMemberSuccess> {
    await this.membershipService.execute(ctx, input, true);
    return succeed(AddGroupMemberSuccess, { path: pageOf(input.group) });
  }

  @Mutation(() => RemoveGroupMemberResult, { description: 'Takes a member out. Safe to repeat.' })
  @Access.member()
  async removeGroupMember(
    @Ctx() ctx: RequestContext,
    @Input(groupMemberSchema, () => GroupMemberInput) input: GroupMember,
  ): Promise<RemoveGroupMemberSuccess> {
    await this.membershipService.execute(ctx, input, false);
    return succeed(RemoveGroupMemberSuccess, { path: pageOf(input.group) });
  }

  @Mutation(() => AppointLeadResult, {
    description: 'Lets a member look after the group it belongs to, or no longer. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async appointLead(
    @Ctx() ctx: RequestContext,
    @Input(appointLeadSchema, () => AppointLeadInput) { lead, ...input }: AppointLeadInput,
  ): Promise<AppointLeadSuccess> {
    await this.appointService.execute(ctx, input, lead);
    return succeed(AppointLeadSuccess, { path: pageOf(input.group) });
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
  @Access.member()
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
    return nameIn(ctx.locale, group);
  }

  /** All groups for administrators; those in one's care for everybody else. */
  private async lookedAfter(ctx: RequestContext) {
    const all = await this.all(ctx);
    return all.filter(({ id }) => administrationPolicy.mayLookAfter(ctx.actor, id).allowed);
  }

  private all(ctx: RequestContext) {
    return ctx.remember(this, () => this.groups.all(ctx));
  }
}
