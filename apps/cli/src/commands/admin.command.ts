import type { Command } from 'commander';
import { GroupRepository } from '@kundig/groups/server';
import {
  CreateAccountService,
  IssueResetLinkService,
  ResetSecondFactorService,
} from '@kundig/identity/server';
import { Clock, NotFound } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';
import { language, mail, shortText } from './arguments.js';

interface CreateOptions {
  readonly mail: string;
  readonly nickname: string;
  readonly password?: string;
  readonly lang: 'de' | 'en';
}

/** Makes administrators and lets people back in. */
export function adminCommands(program: Command, kundig: Kundig): void {
  const admin = program.command('admin').description('make administrators and let people back in');
  admin
    .command('create')
    .description('make an account that administers the community')
    .requiredOption('--mail <address>', 'mail address, for signing in', mail)
    .requiredOption('--nickname <name>', 'name that others see', shortText)
    .option('--password <words>', 'password; without one a link is printed on which it is chosen')
    .option('--lang <language>', 'language of mails: de or en', language, 'de')
    .action((options: CreateOptions) => create(kundig, options));
  admin
    .command('reset-password')
    .description('print a link on which somebody chooses a new password')
    .requiredOption('--mail <address>', 'mail address of the account', mail)
    .action(({ mail: address }: { mail: string }) => resetPassword(kundig, address));
  admin
    .command('reset-second-factor')
    .description('let somebody sign in without the code they have lost; they are told by mail')
    .requiredOption('--mail <address>', 'mail address of the account', mail)
    .action(({ mail: address }: { mail: string }) => resetSecondFactor(kundig, address));
}

function create(kundig: Kundig, { lang, ...account }: CreateOptions): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const made = await services(CreateAccountService).execute(ctx, { ...account, locale: lang });
    await services(GroupRepository).grant(ctx, made.memberId, 'administrator', null, services(Clock).now());
    kundig.terminal.line(`${account.nickname} administers this community.`);
    if (made.oneTimeLink)
      kundig.terminal.line(`Choose a password within a day, once, at ${made.oneTimeLink}`);
  });
}

function resetPassword(kundig: Kundig, address: string): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const link = await services(IssueResetLinkService)
      .execute(ctx, address)
      .catch((error: unknown) => {
        throw error instanceof NotFound ? new Refusal(`No account has the mail address ${address}.`) : error;
      });
    kundig.terminal.line(`Choose a new password within an hour, once, at ${link}`);
  });
}

function resetSecondFactor(kundig: Kundig, address: string): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const wasOn = await services(ResetSecondFactorService)
      .execute(ctx, { mail: address })
      .catch((error: unknown) => {
        throw error instanceof NotFound ? new Refusal(`No account has the mail address ${address}.`) : error;
      });
    kundig.terminal.line(
      wasOn
        ? 'The second factor is gone, and all sessions have ended. The password alone opens the account now.'
        : 'The account has no second factor.',
    );
  });
}
