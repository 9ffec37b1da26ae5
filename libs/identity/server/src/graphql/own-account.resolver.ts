import { Mutation, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import type { z } from 'zod';
import { ChangePasswordService } from '../own-account/change-password.service.js';
import { ClaimPersonaService } from '../own-account/claim-persona.service.js';
import { ConfirmMailChangeService } from '../own-account/confirm-mail-change.service.js';
import { DeleteAccountService } from '../own-account/delete-account.service.js';
import { ExportOwnDataService } from '../own-account/export-own-data.service.js';
import { GiveUpPersonaService } from '../own-account/give-up-persona.service.js';
import { RequestMailChangeService } from '../own-account/request-mail-change.service.js';
import * as api from './own-account.object.js';

/** What members do with their own account; the password is asked for each time. */
@Resolver()
export class OwnAccountResolver {
  constructor(
    private readonly changingPassword: ChangePasswordService,
    private readonly requestingMailChange: RequestMailChangeService,
    private readonly confirmingMailChange: ConfirmMailChangeService,
    private readonly deleting: DeleteAccountService,
    private readonly claiming: ClaimPersonaService,
    private readonly givingUp: GiveUpPersonaService,
    private readonly exporting: ExportOwnDataService,
  ) {}

  @Mutation(() => api.ChangePasswordResult, {
    description: 'Gives the own account another password and ends all other sessions.',
  })
  @Access.member({ evenSuspended: true })
  async changePassword(
    @Ctx() ctx: RequestContext,
    @Input(api.changePasswordSchema, () => api.ChangePasswordInput)
    input: z.output<typeof api.changePasswordSchema>,
  ): Promise<api.ChangePasswordSuccess> {
    await this.changingPassword.execute(ctx, input);
    return succeed(api.ChangePasswordSuccess, { path: '/settings/account?done=password' });
  }

  @Mutation(() => api.RequestMailChangeResult, {
    description:
      'Asks for another address; a mail to it holds the link that confirms. The same for every address.',
  })
  @Access.member({ evenSuspended: true })
  async requestMailChange(
    @Ctx() ctx: RequestContext,
    @Input(api.requestMailChangeSchema, () => api.RequestMailChangeInput)
    input: z.output<typeof api.requestMailChangeSchema>,
  ): Promise<api.RequestMailChangeSuccess> {
    await this.requestingMailChange.execute(ctx, input);
    return succeed(api.RequestMailChangeSuccess, { path: '/settings/account?done=mail-wanted' });
  }

  @Mutation(() => api.ConfirmMailChangeResult, {
    description: 'Gives the own account its new address by the link of a mail.',
  })
  @Access.member({ evenSuspended: true })
  async confirmMailChange(
    @Ctx() ctx: RequestContext,
    @Input(api.confirmMailChangeSchema, () => api.ConfirmMailChangeInput)
    { token }: z.output<typeof api.confirmMailChangeSchema>,
  ): Promise<api.ConfirmMailChangeSuccess> {
    await this.confirmingMailChange.execute(ctx, token);
    return succeed(api.ConfirmMailChangeSuccess, { path: '/settings/account?done=mail' });
  }

  @Mutation(() => api.DeleteAccountResult, {
    description:
      'Ends the own account for good; what was written stays without a name. The last administrator stays.',
  })
  @Access.member({ evenSuspended: true })
  async deleteAccount(
    @Ctx() ctx: RequestContext,
    @Input(api.deleteAccountSchema, () => api.DeleteAccountInput)
    { currentPassword }: z.output<typeof api.deleteAccountSchema>,
  ): Promise<api.DeleteAccountSuccess> {
    await this.deleting.execute(ctx, currentPassword);
    return succeed(api.DeleteAccountSuccess, { path: '/account-deleted' });
  }

  @Mutation(() => api.ClaimPersonaResult, {
    description:
      'Says in public that one of the own personas was oneself. It cannot be taken back; the posts stay the persona’s.',
  })
  @Access.member()
  async claimPersona(
    @Ctx() ctx: RequestContext,
    @Input(api.claimPersonaSchema, () => api.ClaimPersonaInput)
    { personaId: publicId, currentPassword }: z.output<typeof api.claimPersonaSchema>,
  ): Promise<api.ClaimPersonaSuccess> {
    await this.claiming.execute(ctx, { publicId, currentPassword });
    return succeed(api.ClaimPersonaSuccess, { path: '/settings/personas?done=claimed' });
  }

  @Mutation(() => api.GiveUpPersonaResult, {
    description:
      'Takes the own account and one of its personas apart for good; what was written stays the persona’s. The same whatever others do with the persona.',
  })
  @Access.member({ evenSuspended: true })
  async giveUpPersona(
    @Ctx() ctx: RequestContext,
    @Input(api.giveUpPersonaSchema, () => api.GiveUpPersonaInput)
    { personaId: publicId, currentPassword }: z.output<typeof api.giveUpPersonaSchema>,
  ): Promise<api.GiveUpPersonaSuccess> {
    await this.givingUp.execute(ctx, { publicId, currentPassword });
    return succeed(api.GiveUpPersonaSuccess, { path: '/settings/personas?done=given-up' });
  }

  @Mutation(() => api.UnlockOwnDataResult, {
    description: 'Leads to the file of all own data, for some minutes and for its owner alone.',
  })
  @Access.member({ evenSuspended: true })
  async unlockOwnData(
    @Ctx() ctx: RequestContext,
    @Input(api.unlockOwnDataSchema, () => api.UnlockOwnDataInput)
    { currentPassword }: z.output<typeof api.unlockOwnDataSchema>,
  ): Promise<api.UnlockOwnDataSuccess> {
    const ticket = await this.exporting.unlock(ctx, currentPassword);
    return succeed(api.UnlockOwnDataSuccess, { path: `/own-data/${ticket}` });
  }
}
