import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { ChangePasswordService } from '../own-account/change-password.service.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  changePasswordSchema,
  ChangePasswordSuccess,
} from './own-account.object.js';

/** What members do with their own account; the password is asked for each time. */
@Resolver()
export class OwnAccountResolver {
  constructor(private readonly changingPassword: ChangePasswordService) {}

  @Mutation(() => ChangePasswordResult, {
    description: 'Gives the own account another password and ends all other sessions.',
  })
  @Access.member({ evenSuspended: true })
  async changePassword(
    @Ctx() ctx: RequestContext,
    @Input(changePasswordSchema, () => ChangePasswordInput) input: z.output<typeof changePasswordSchema>,
  ): Promise<ChangePasswordSuccess> {
    await this.changingPassword.execute(ctx, input);
    return succeed(ChangePasswordSuccess, { path: '/settings/account?done=password' });
  }
}
