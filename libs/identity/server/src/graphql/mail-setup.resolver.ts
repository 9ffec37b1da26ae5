import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Environment,
  Input,
  NotFound,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { MailServers } from '../mail/mail-servers.js';
import { SendTestMailService } from '../mail/send-test-mail.service.js';
import {
  MailSetup,
  SendTestMailInput,
  SendTestMailResult,
  sendTestMailSchema,
  SendTestMailSuccess,
} from './mail-setup.object.js';

/** How mails leave, for administrators. */
@Resolver()
export class MailSetupResolver {
  constructor(
    private readonly environment: Environment,
    private readonly servers: MailServers,
    private readonly sending: SendTestMailService,
  ) {}

  @Query(() => MailSetup, { description: 'How mails leave the community, without secrets.' })
  @Access.permission('platform:administer')
  async mailSetup(@Ctx() { actor }: RequestContext): Promise<MailSetup> {
    if (!actor.can('platform:administer')) throw new NotFound();
    return MailSetup.of(this.environment, await this.servers.latest());
  }

  @Mutation(() => SendTestMailResult, {
    description: 'Sends the viewer a mail at once; a refusal holds what the mail server answered.',
  })
  @Access.permission('platform:administer')
  async sendTestMail(
    @Ctx() ctx: RequestContext,
    @Input(sendTestMailSchema, () => SendTestMailInput) _input: SendTestMailInput,
  ): Promise<SendTestMailSuccess> {
    await this.sending.execute(ctx);
    return succeed(SendTestMailSuccess, { path: '/admin/mail?sent=1' });
  }
}
