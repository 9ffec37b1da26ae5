import { Injectable } from '@nestjs/common';
import type { DataSubject, RequestContext } from '@kundig/platform/server';
import { PersonaSeals } from '../seals/persona-seals.js';
import { AccountRepository } from '../storage/account.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';

/** Names all public faces of one person, for the export and the erasure of their own data. */
@Injectable()
export class DataSubjects {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly states: ThreadStateRepository,
    private readonly seals: PersonaSeals,
  ) {}

  /** @returns null when there is no such account */
  async of(ctx: RequestContext, accountId: string): Promise<DataSubject | null> {
    const account = await this.accounts.byId(ctx, accountId);
    if (!account) return null;
    const rows = await this.states.indexOf(ctx, accountId);
    const personas = rows.flatMap((row) => {
      const entry = { value: row.sealed_persona, keyVersion: row.key_version };
      return this.seals.openIndex(entry, account.memberId, row.thread_id) ?? [];
    });
    return { accountId, pseudonymIds: [account.memberId, ...personas] };
  }
}
