import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  PageInvalidation,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';
import { ClaimRepository } from './storage/claim.repository.js';
import { NicknameRepository } from './storage/nickname.repository.js';
import { PersonaRepository } from './storage/persona.repository.js';
import { PseudonymRepository } from './storage/pseudonym.repository.js';

/** The public side of a person. Erasing it cuts the personas loose for good; what they wrote stays theirs. */
@Injectable()
@PersonalData({
  tables: [
    'pseudonyms.pseudonym',
    'pseudonyms.persona',
    'pseudonyms.claim',
    'pseudonyms.staff_profile',
    'pseudonyms.person',
    'pseudonyms.expert_status',
    'pseudonyms.nickname_reservation',
  ],
})
export class PseudonymsPersonalData implements PersonalDataHandler {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly personas: PersonaRepository,
    private readonly claims: ClaimRepository,
    private readonly nicknames: NicknameRepository,
    private readonly database: AppDatabase,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.pseudonyms.ownData(ctx, pseudonymIds);
    yield* await this.claims.ownData(ctx, pseudonymIds);
  }

  erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    return this.database.transaction(ctx, async (tx) => {
      for (const id of pseudonymIds) await this.nicknames.release(tx, id);
      await this.pages.drop(tx, 'everything'); // the name stands on many pages
      await this.claims.forget(tx, pseudonymIds);
      const cut = await this.personas.cut(tx, pseudonymIds);
      return cut + (await this.pseudonyms.forget(tx, pseudonymIds, this.clock.now()));
    });
  }
}
