import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { BecomeFirstAdministratorService } from '../accounts/become-first-administrator.service.js';
import { ConfirmMailService } from '../accounts/confirm-mail.service.js';
import { RegisterService } from '../accounts/register.service.js';
import { RequestPasswordResetService } from '../accounts/request-password-reset.service.js';
import { ResetPasswordService } from '../accounts/reset-password.service.js';
import { safePath } from '../accounts/safe-path.js';
import { SignInService } from '../accounts/sign-in.service.js';
import * as inputs from './account.inputs.js';
import * as results from './account.results.js';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly registering: RegisterService,
    private readonly confirming: ConfirmMailService,
    private readonly signingIn: SignInService,
    private readonly requestingReset: RequestPasswordResetService,
    private readonly resetting: ResetPasswordService,
    private readonly becomingFirst: BecomeFirstAdministratorService,
  ) {}

  @Mutation(() => results.RegisterResult, {
    description: 'Asks to join; a mail to the address holds the link that confirms.',
  })
  @Access.public()
  async register(
    @Ctx() ctx: RequestContext,
    @Input(inputs.registerSchema, () => inputs.RegisterInput) input: z.output<typeof inputs.registerSchema>,
  ): Promise<results.RegisterSuccess> {
    await this.registering.execute(ctx, input);
    return succeed(results.RegisterSuccess, { path: '/register/sent' });
  }

  @Mutation(() => results.ConfirmMailResult, { description: 'Makes the account and signs it in.' })
  @Access.public()
  async confirmMail(
    @Ctx() ctx: RequestContext,
    @Input(inputs.confirmMailSchema, () => inputs.ConfirmMailInput)
    input: z.output<typeof inputs.confirmMailSchema>,
  ): Promise<results.ConfirmMailSuccess> {
    return succeed(results.ConfirmMailSuccess, { path: await this.confirming.execute(ctx, input.token) });
  }

  @Mutation(() => results.SignInResult, {
    description:
      'Begins a session, or leads to the page that asks for a code; whoever is suspended is led to the page that says why and how long.',
  })
  @Access.public()
  async signIn(
    @Ctx() ctx: RequestContext,
    @Input(inputs.signInSchema, () => inputs.SignInInput) input: z.output<typeof inputs.signInSchema>,
  ): Promise<results.SignInSuccess> {
    const signedIn = await this.signingIn.execute(ctx, input);
    if (typeof signedIn === 'string')
      return succeed(results.SignInSuccess, {
        path: signedIn === 'suspended' ? '/suspended' : safePath(input.next),
      });
    const next = input.next ? `?${new URLSearchParams({ next: input.next }).toString()}` : '';
    return succeed(results.SignInSuccess, { path: `/sign-in/code/${signedIn.ticket}${next}` });
  }

  @Mutation(() => results.SignOutResult, { description: 'Ends the session; nothing happens without one.' })
  @Access.public()
  async signOut(
    @Ctx() ctx: RequestContext,
    @Input(inputs.signOutSchema, () => inputs.SignOutInput) _input: z.output<typeof inputs.signOutSchema>,
  ): Promise<results.SignOutSuccess> {
    await ctx.session?.signOut();
    return succeed(results.SignOutSuccess, { path: '/' });
  }

  @Mutation(() => results.RequestPasswordResetResult, {
    description: 'Asks for a link to a new password; the answer is the same for every mail.',
  })
  @Access.public()
  async requestPasswordReset(
    @Ctx() ctx: RequestContext,
    @Input(inputs.requestPasswordResetSchema, () => inputs.RequestPasswordResetInput)
    input: z.output<typeof inputs.requestPasswordResetSchema>,
  ): Promise<results.RequestPasswordResetSuccess> {
    await this.requestingReset.execute(ctx, input.mail);
    return succeed(results.RequestPasswordResetSuccess, { path: '/forgot-password/sent' });
  }

  @Mutation(() => results.ResetPasswordResult, {
    description: 'Sets a new password by the link of a mail and ends all sessions.',
  })
  @Access.public()
  async resetPassword(
    @Ctx() ctx: RequestContext,
    @Input(inputs.resetPasswordSchema, () => inputs.ResetPasswordInput)
    input: z.output<typeof inputs.resetPasswordSchema>,
  ): Promise<results.ResetPasswordSuccess> {
    await this.resetting.execute(ctx, input);
    return succeed(results.ResetPasswordSuccess, { path: '/sign-in?done=password' });
  }

  @Query(() => Boolean, {
    description: 'Whether the link of the start log still makes the first administrator.',
  })
  @Access.public()
  firstAdministratorLinkWorks(@Ctx() ctx: RequestContext, @Args('token') token: string): Promise<boolean> {
    return this.becomingFirst.linkWorks(ctx, token);
  }

  @Mutation(() => results.BecomeFirstAdministratorResult, {
    description: 'Makes the first administrator by the link of the start log and signs them in.',
  })
  @Access.public()
  async becomeFirstAdministrator(
    @Ctx() ctx: RequestContext,
    @Input(inputs.becomeFirstAdministratorSchema, () => inputs.BecomeFirstAdministratorInput)
    input: z.output<typeof inputs.becomeFirstAdministratorSchema>,
  ): Promise<results.BecomeFirstAdministratorSuccess> {
    await this.becomingFirst.execute(ctx, input);
    return succeed(results.BecomeFirstAdministratorSuccess, { path: '/admin/setup' });
  }
}
