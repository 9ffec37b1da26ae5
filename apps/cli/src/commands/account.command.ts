import type { Command } from 'commander';
import { ConfirmRegistrationService } from '@kundig/identity/server';
import { NotFound } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';
import { mail, shortText } from './arguments.js';

/** Helps people into the community where no mail reaches them. */
export function accountCommands(program: Command, kundig: Kundig): void {
  program
    .command('account')
    .description('help people into the community')
    .command('confirm')
    .description('confirm the registration of somebody you know, in place of the link in the mail')
    .argument('<mail>', 'mail address they registered with', mail)
    .option('--nickname <name>', 'which one, where several registrations of that address wait', shortText)
    .action((address: string, { nickname }: { nickname?: string }) => confirm(kundig, address, nickname));
}

function confirm(kundig: Kundig, address: string, nickname?: string): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const name = await services(ConfirmRegistrationService)
      .execute(ctx, { mail: address, nickname })
      .catch((error: unknown) => {
        if (!(error instanceof NotFound)) throw error;
        throw new Refusal(`No registration with ${address}${nickname ? ` as ${nickname}` : ''} waits.`);
      });
    kundig.terminal.line(`${name} can sign in with ${address}.`);
  });
}
