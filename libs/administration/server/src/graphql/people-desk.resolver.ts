import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GroupRepository } from '@kundig/groups/server';
import { AccountDesk } from '@kundig/identity/server';
import { Access, Ctx, Input, parseInput, succeed, type RequestContext } from '@kundig/platform/server';
import { MemberDesk, MemberLoader } from '@kundig/pseudonyms/server';
import { administrationPolicy } from '../administration.policy.js';
import { MemberFiles, type MemberRightsInWords } from '../members/member-files.js';
import { NamedMembers } from '../members/named-members.js';
import { OpenMailService, type OpenMail } from '../members/open-mail.service.js';
import {
  ResetMemberSecondFactorService,
  type ResetMemberSecondFactor,
} from '../members/reset-second-factor.service.js';
import { ChangeRoleService, type ChangeRole } from '../roles/change-role.service.js';
import {
  ChangeRoleInput,
  changeRoleSchema,
  memberDeskSchema,
  OpenMemberMailInput,
  openMemberMailSchema,
  ResetMemberSecondFactorInput,
  resetMemberSecondFactorSchema,
} from './people-desk.inputs.js';
import { MemberFile, MemberFilePage } from './people-desk.object.js';
import {
  GrantRoleResult,
  GrantRoleSuccess,
  OpenMemberMailResult,
  OpenMemberMailSuccess,
  ResetMemberSecondFactorResult,
  ResetMemberSecondFactorSuccess,
  WithdrawRoleResult,
  WithdrawRoleSuccess,
} from './people-desk.results.js';

const PAGE_SIZE = 50;
const ROLES_DESK = '/admin/roles';

/** Members with what they may do, and who gives and takes it. */
@Resolver(() => MemberFile)
export class PeopleDeskResolver {
  constructor(
    private readonly groups: GroupRepository,
    private readonly desk: MemberDesk,
    private readonly members: MemberLoader,
    private readonly named: NamedMembers,
    private readonly files: MemberFiles,
    private readonly roleService: ChangeRoleService,
    private readonly mailService: OpenMailService,
    private readonly accounts: AccountDesk,
    private readonly secondFactors: ResetMemberSecondFactorService,
  ) {}

  @Query(() => [MemberFile], {
    description: 'Everybody who holds a role, whoever has had one longest first.',
  })
  @Access.permission('platform:administer')
  async roleDesk(@Ctx() ctx: RequestContext): Promise<MemberFile[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const holders = [...new Set((await this.groups.grants(ctx)).map(({ memberId }) => memberId))];
    return this.filesOf(ctx, holders);
  }

  @Query(() => MemberFilePage, { description: 'Members whose nickname begins so, by nickname.' })
  @Access.permission('platform:administer')
  async memberDesk(
    @Ctx() ctx: RequestContext,
    @Args('prefix', { defaultValue: '' }) prefix: string,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after?: string,
  ): Promise<MemberFilePage> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const bounds = parseInput(memberDeskSchema, { prefix, after });
    const found = await this.desk.startingWith(ctx, bounds.prefix, bounds.after ?? null, PAGE_SIZE + 1);
    const items = await this.filesOf(ctx, found.slice(0, PAGE_SIZE));
    const last = found.length > PAGE_SIZE ? items.at(-1) : undefined;
    return { items, endCursor: last?.member.nickname ?? null };
  }

  @Query(() => MemberFile, { nullable: true, description: 'One member by nickname, whatever the case.' })
  @Access.permission('platform:administer')
  async memberFile(
    @Ctx() ctx: RequestContext,
    @Args('nickname') nickname: string,
  ): Promise<MemberFile | null> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const member = await this.named.find(ctx, nickname.slice(0, 80));
    return member && ((await this.files.of(ctx, [member]))[0]! as MemberFile);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Within ten minutes of `openMemberMail`, for whoever opened it; null for anybody else.',
  })
  mail(@Ctx() ctx: RequestContext, @Parent() { member }: MemberRightsInWords): Promise<string | null> {
    return this.mailService.opened(ctx, member);
  }

  @ResolveField(() => Boolean, { description: 'Whether the member signs in with a second factor.' })
  hasSecondFactor(@Parent() { member }: MemberRightsInWords): Promise<boolean> {
    return this.accounts.hasSecondFactor(member.pseudonymId);
  }

  @Mutation(() => ResetMemberSecondFactorResult, {
    description: 'Takes the second factor from somebody who has lost it; the reason stands in the audit log.',
  })
  @Access.permission('platform:administer')
  async resetMemberSecondFactor(
    @Ctx() ctx: RequestContext,
    @Input(resetMemberSecondFactorSchema, () => ResetMemberSecondFactorInput)
    { nickname, reason }: ResetMemberSecondFactor,
  ): Promise<ResetMemberSecondFactorSuccess> {
    const name = await this.secondFactors.execute(ctx, { nickname, reason });
    return succeed(ResetMemberSecondFactorSuccess, { path: `/admin/members/${encodeURIComponent(name)}` });
  }

  @Mutation(() => OpenMemberMailResult, {
    description: 'Brings a mail address into view for ten minutes; the reason stands in the audit log.',
  })
  @Access.permission('platform:administer')
  async openMemberMail(
    @Ctx() ctx: RequestContext,
    @Input(openMemberMailSchema, () => OpenMemberMailInput) { nickname, reason }: OpenMail,
  ): Promise<OpenMemberMailSuccess> {
    const name = await this.mailService.execute(ctx, { nickname, reason });
    return succeed(OpenMemberMailSuccess, { path: `/admin/members/${encodeURIComponent(name)}` });
  }

  @Mutation(() => GrantRoleResult, { description: 'Gives a member a role. Safe to repeat.' })
  @Access.permission('platform:administer')
  async grantRole(
    @Ctx() ctx: RequestContext,
    @Input(changeRoleSchema, () => ChangeRoleInput) input: ChangeRole,
  ): Promise<GrantRoleSuccess> {
    await this.roleService.execute(ctx, input, true);
    return succeed(GrantRoleSuccess, { path: ROLES_DESK });
  }

  @Mutation(() => WithdrawRoleResult, {
    description: 'Takes a role from a member; the last administrator stays. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async withdrawRole(
    @Ctx() ctx: RequestContext,
    @Input(changeRoleSchema, () => ChangeRoleInput) input: ChangeRole,
  ): Promise<WithdrawRoleSuccess> {
    await this.roleService.execute(ctx, input, false);
    return succeed(WithdrawRoleSuccess, { path: ROLES_DESK });
  }

  private async filesOf(ctx: RequestContext, ids: readonly string[]): Promise<MemberFile[]> {
    const members = (await this.members.loadMany(ctx, ids)).filter((member) => member !== null);
    return (await this.files.of(ctx, members)) as MemberFile[];
  }
}
