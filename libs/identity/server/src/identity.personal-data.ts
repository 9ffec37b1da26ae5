import { Injectable } from '@nestjs/common';
import {
  IdentityDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { PersonalDataRepository } from './storage/personal-data.repository.js';

/** What identity holds about a person. Everything hangs on the account and goes with it. */
@Injectable()
@PersonalData({
  tables: [
    'identity.account',
    'identity.registration',
    'identity.consent',
    'identity.reset_request',
    'identity.reset_link',
    'identity.mail_change',
    'identity.second_factor',
    'identity.recovery_code',
    'identity.first_administrator_link',
    'identity.session',
    'identity.suspension',
    'identity.thread_state',
    'identity.persona_post',
    'identity.persona_credit',
    'identity.draft',
    'identity.upload',
    'identity.write_limit',
    'identity.outbox_mail',
    'identity.guest_question',
    'identity.invitation',
    'identity.guest_problem',
    'identity.notifier',
    'identity.held_post',
    'identity.subscription',
    'identity.notice',
    'identity.notice_pace',
    // Members who ask and decide are named by an id that leads nowhere once they are gone; the log must not change.
    'identity.reveal_request',
    'identity.reveal_audit',
  ],
})
export class IdentityPersonalData implements PersonalDataHandler {
  constructor(
    private readonly data: PersonalDataRepository,
    private readonly database: IdentityDatabase,
  ) {}

  async *export(ctx: RequestContext, { accountId }: DataSubject): AsyncIterable<ExportRow> {
    if (accountId === null) return;
    for (const { kind, row } of await this.data.of(ctx, accountId)) yield { ...row, kind };
  }

  erase(ctx: RequestContext, { accountId }: DataSubject): Promise<number> {
    if (accountId === null) return Promise.resolve(0);
    return this.database.transaction(ctx, (tx) => this.data.erase(tx, accountId));
  }
}
