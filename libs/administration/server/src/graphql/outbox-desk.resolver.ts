import { Mutation, Resolver } from '@nestjs/graphql';
import type { WaitingRegistration } from '@kundig/identity/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { SendWaitingMailsService } from '../mail/send-waiting-mails.service.js';
import { ConfirmNewcomerService } from '../members/confirm-newcomer.service.js';
import {
  ConfirmRegistrationInput,
  ConfirmRegistrationResult,
  confirmRegistrationSchema,
  ConfirmRegistrationSuccess,
  SendWaitingMailsInput,
  SendWaitingMailsResult,
  sendWaitingMailsSchema,
  SendWaitingMailsSuccess,
} from './outbox-desk.object.js';

const DESK = '/desk/outbox';

/** What an administrator does about mails that did not go out. */
@Resolver()
export class OutboxDeskResolver {
  constructor(
    private readonly sending: SendWaitingMailsService,
    private readonly confirming: ConfirmNewcomerService,
  ) {}

  @Mutation(() => SendWaitingMailsResult, {
    description: 'Has the mails that wait tried at once. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async sendWaitingMails(
    @Ctx() ctx: RequestContext,
    @Input(sendWaitingMailsSchema, () => SendWaitingMailsInput) _input: SendWaitingMailsInput,
  ): Promise<SendWaitingMailsSuccess> {
    await this.sending.execute(ctx);
    return succeed(SendWaitingMailsSuccess, { path: `${DESK}?sent=1` });
  }

  @Mutation(() => ConfirmRegistrationResult, {
    description: 'Confirms the registration of somebody the viewer knows, in place of the link in the mail.',
  })
  @Access.permission('platform:administer')
  async confirmRegistration(
    @Ctx() ctx: RequestContext,
    @Input(confirmRegistrationSchema, () => ConfirmRegistrationInput) input: WaitingRegistration,
  ): Promise<ConfirmRegistrationSuccess> {
    await this.confirming.execute(ctx, input);
    return succeed(ConfirmRegistrationSuccess, { path: `${DESK}?confirmed=1` });
  }
}
