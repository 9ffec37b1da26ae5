import { Mutation, Resolver } from '@nestjs/graphql';
import type { EnteredMailServer } from '@kundig/identity/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { RemoveMailServerService } from '../mail/remove-mail-server.service.js';
import { SaveMailServerService } from '../mail/save-mail-server.service.js';
import {
  RemoveMailServerInput,
  RemoveMailServerResult,
  removeMailServerSchema,
  RemoveMailServerSuccess,
  SaveMailServerInput,
  SaveMailServerResult,
  saveMailServerSchema,
  SaveMailServerSuccess,
} from './mail-server.object.js';

/** The mail server, as administrators enter it. */
@Resolver()
export class MailServerResolver {
  constructor(
    private readonly saving: SaveMailServerService,
    private readonly removing: RemoveMailServerService,
  ) {}

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

  @Mutation(() => RemoveMailServerResult, {
    description: 'Forgets the server that was entered, and its password. Safe to repeat.',
  })
  @Access.permission('platform:administer')
  async removeMailServer(
    @Ctx() ctx: RequestContext,
    @Input(removeMailServerSchema, () => RemoveMailServerInput) _input: RemoveMailServerInput,
  ): Promise<RemoveMailServerSuccess> {
    await this.removing.execute(ctx);
    return succeed(RemoveMailServerSuccess, { path: '/admin/mail?removed=1' });
  }
}
