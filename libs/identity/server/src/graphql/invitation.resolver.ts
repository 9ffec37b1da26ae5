import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { AcceptInvitationService, type InvitationView } from '../invitations/accept-invitation.service.js';
import {
  AcceptInvitationInput,
  AcceptInvitationResult,
  acceptInvitationSchema,
  AcceptInvitationSuccess,
  InvitationObject,
  TakeUpInvitationInput,
  TakeUpInvitationResult,
  takeUpInvitationSchema,
  TakeUpInvitationSuccess,
} from './invitation.object.js';

/** The page behind the link of an invitation. */
@Resolver()
export class InvitationResolver {
  constructor(private readonly accepting: AcceptInvitationService) {}

  @Query(() => InvitationObject, {
    nullable: true,
    description: 'What the link of an invitation offers; null when it does not work (any more).',
  })
  @Access.public()
  invitation(@Ctx() ctx: RequestContext, @Args('token') token: string): Promise<InvitationView | null> {
    return this.accepting.find(ctx, token);
  }

  @Mutation(() => AcceptInvitationResult, {
    description:
      'Makes the account of whoever was invited and signs it in; by a link that was passed on, after a mail to the address.',
  })
  @Access.public()
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Input(acceptInvitationSchema, () => AcceptInvitationInput)
    input: z.output<typeof acceptInvitationSchema>,
  ): Promise<AcceptInvitationSuccess> {
    const isMember = await this.accepting.execute(ctx, input);
    return succeed(AcceptInvitationSuccess, { path: isMember ? '/' : '/register/sent' });
  }

  @Mutation(() => TakeUpInvitationResult, {
    description: 'Gives what an invitation offers to the account that its address has already.',
  })
  @Access.public()
  async takeUpInvitation(
    @Ctx() ctx: RequestContext,
    @Input(takeUpInvitationSchema, () => TakeUpInvitationInput)
    { token }: z.output<typeof takeUpInvitationSchema>,
  ): Promise<TakeUpInvitationSuccess> {
    await this.accepting.takeUp(ctx, token);
    return succeed(TakeUpInvitationSuccess, { path: '/sign-in' });
  }
}
