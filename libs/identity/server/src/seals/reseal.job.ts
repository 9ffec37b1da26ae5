import { Injectable } from '@nestjs/common';
import { Clock, JobHandler, KeyRing, type RequestContext } from '@kundig/platform/server';
import { FactorSeal } from '../second-factor/factor-seal.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { MailServerRepository } from '../storage/mail-server.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';
import { MailPasswordSeal } from './mail-password-seal.js';
import { PersonaSeals } from './persona-seals.js';

const BATCH = 200;

/**
 * Seals anew each night what older keys have sealed on this side, so that they can be put away one day. What cannot be
 * opened is left alone: its key may come back.
 */
@Injectable()
export class Reseal {
  constructor(
    private readonly keys: KeyRing,
    private readonly states: ThreadStateRepository,
    private readonly seals: PersonaSeals,
    private readonly factors: SecondFactorRepository,
    private readonly factorSeal: FactorSeal,
    private readonly mailServers: MailServerRepository,
    private readonly mailPasswordSeal: MailPasswordSeal,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: 'identity.reseal', side: 'identity', cron: '40 3 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    await this.resealIndex(ctx);
    await this.resealFactors(ctx);
    await this.resealMailPassword(ctx);
  }

  private async resealIndex(ctx: RequestContext): Promise<void> {
    for (let after: string | null = null; ;) {
      const rows = await this.states.indexAfter(ctx, after, this.clock.now(), BATCH);
      if (rows.length === 0) return;
      for (const { id, member_id, thread_id, sealed_persona: value, key_version: keyVersion } of rows) {
        if (this.seals.isCurrent(keyVersion)) continue;
        const personaId = this.seals.openIndex({ value, keyVersion }, member_id, thread_id);
        if (personaId)
          await this.states.reseal(ctx, id, value, this.seals.sealIndex(personaId, member_id, thread_id));
      }
      after = rows.at(-1)!.id;
    }
  }

  private async resealFactors(ctx: RequestContext): Promise<void> {
    for (let after: string | null = null; ;) {
      const rows = await this.factors.sealedByOthers(ctx, this.keys.currentVersion, after, BATCH);
      if (rows.length === 0) return;
      for (const factor of rows) {
        const { accountId, sealedSecret: value, keyVersion } = factor;
        const secret = this.factorSeal.open({ value, keyVersion }, accountId, 'secret');
        if (secret) await this.factors.reseal(ctx, factor, this.factorSeal.seal(secret, accountId, 'secret'));
      }
      after = rows.at(-1)!.accountId;
    }
  }

  private async resealMailPassword(ctx: RequestContext): Promise<void> {
    const server = await this.mailServers.read(ctx);
    if (!server?.sealedPassword || this.seals.isCurrent(server.sealedPassword.keyVersion)) return;
    const { sealedPassword, ...address } = server;
    const password = this.mailPasswordSeal.open(sealedPassword, address);
    if (password !== null)
      await this.mailServers.reseal(ctx, sealedPassword, this.mailPasswordSeal.seal(password, address));
  }
}
