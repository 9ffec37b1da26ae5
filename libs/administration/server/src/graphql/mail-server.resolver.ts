import { Mutation, Resolver } from '@nestjs/graphql';
import type { EnteredMailServer } from '@kundig/identity/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { SaveMailServerService } from '../mail/save-mail-server.service.js';
import {
  SaveMailServerInput,
  SaveMailServerResult,
  saveMailServerSchema,
  SaveMailServerSuccess,
} from './mail-server.object.js';

/** The mail server, as administrators enter it. */
@Resolver()
export class MailServerResolver {
  constructor(private readonly saving: SaveMailServerService) {}

  @Mutation(() => SaveMailServerResult, {
    description: 'From now on mails leave over this server. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async saveMailServer(
    @Ctx() ctx: RequestContext,
    @Input(saveMailServerSchema, () => SaveMailServerInput) input: EnteredMailServer,
  ): Promise<SaveMailServerSuccess> {
    await this.saving.execute(ctx, input);
    return succeed(SaveMailServerSuccess, { path: '/admin/mail?saved=1' });
  }
}
