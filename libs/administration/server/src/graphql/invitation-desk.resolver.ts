import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { GroupRepository } from '@kundig/groups/server';
import { InvitationDesk, MOST_SENDINGS, type SentInvitation } from '@kundig/identity/server';
import { Access, Clock, Ctx, Input, nameIn, succeed, type RequestContext } from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { InviteMembersService, type InviteMembers } from '../invitations/invite-members.service.js';
import { ResendInvitationService } from '../invitations/resend-invitation.service.js';
import { WithdrawInvitationService } from '../invitations/withdraw-invitation.service.js';
import type { RoleEnum } from './administration.enums.js';
import {
  InvitationInput,
  invitationSchema,
  InviteMembersInput,
  InviteMembersResult,
  inviteMembersSchema,
  InviteMembersSuccess,
  OpenInvitation,
  ResendInvitationResult,
  ResendInvitationSuccess,
  WithdrawInvitationResult,
  WithdrawInvitationSuccess,
} from './invitation-desk.object.js';

const DESK = '/admin/invitations';
/** The page says to whom it went; addresses of pages are logged, so no mail address is part of one. */
const sentPath = ([first]: readonly SentInvitation[]) => `${DESK}?saved=1&sent=${first?.id ?? 'none'}`;
const linksOf = (sent: readonly SentInvitation[]) => sent.map(({ mail, url }) => ({ mail, url }));

/** Who was asked to join and has not come yet. */
@Resolver()
export class InvitationDeskResolver {
  constructor(
    private readonly desk: InvitationDesk,
    private readonly groups: GroupRepository,
    private readonly inviting: InviteMembersService,
    private readonly resending: ResendInvitationService,
    private readonly withdrawing: WithdrawInvitationService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [OpenInvitation], {
    description: 'Invitations nobody has accepted yet, the latest first; at most 500.',
  })
  @Access.permission('platform:administer')
  async openInvitations(@Ctx() ctx: RequestContext): Promise<OpenInvitation[]> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const [invitations, groups] = await Promise.all([this.desk.open(), this.groups.all(ctx)]);
    const now = this.clock.now();
    return invitations.map(({ groupIds, role, sent, ...invitation }) =>
      Object.assign(new OpenInvitation(), {
        ...invitation,
        role: role as RoleEnum | null,
        groups: groups.filter(({ id }) => groupIds.includes(id)).map((group) => nameIn(ctx.locale, group)),
        expired: invitation.expiresAt <= now,
        mayResend: sent < MOST_SENDINGS,
      }),
    );
  }

  @Mutation(() => InviteMembersResult, {
    description: 'Asks people to join by mail; who is invited already keeps that invitation. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async inviteMembers(
    @Ctx() ctx: RequestContext,
    @Input(inviteMembersSchema, () => InviteMembersInput) input: InviteMembers,
  ): Promise<InviteMembersSuccess> {
    const sent = await this.inviting.execute(ctx, input);
    return succeed(InviteMembersSuccess, { path: sentPath(sent), links: linksOf(sent) });
  }

  @Mutation(() => ResendInvitationResult, {
    description: 'Sends an invitation again; its new link works for two weeks, the one before no more.',
  })
  @Access.permission('platform:administer')
  async resendInvitation(
    @Ctx() ctx: RequestContext,
    @Input(invitationSchema, () => InvitationInput) { invitation }: InvitationInput,
  ): Promise<ResendInvitationSuccess> {
    const sent = [await this.resending.execute(ctx, invitation)];
    return succeed(ResendInvitationSuccess, { path: sentPath(sent), links: linksOf(sent) });
  }

  @Mutation(() => WithdrawInvitationResult, { description: 'Ends an invitation. Safe to repeat.' })
  @Access.permission('platform:administer')
  async withdrawInvitation(
    @Ctx() ctx: RequestContext,
    @Input(invitationSchema, () => InvitationInput) { invitation }: InvitationInput,
  ): Promise<WithdrawInvitationSuccess> {
    await this.withdrawing.execute(ctx, invitation);
    return succeed(WithdrawInvitationSuccess, { path: `${DESK}?saved=1` });
  }
}
