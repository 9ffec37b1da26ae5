import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { RevealRepository, type RevealEntry, type RevealRequest } from '../storage/reveal.repository.js';
import { isSeal, RevealSeals } from './reveal-seals.js';

/** Writes down what is done with reveals, in the transaction in which it is done, and finds what was tampered with. */
@Injectable()
export class RevealLog {
  constructor(
    private readonly rows: RevealRepository,
    private readonly seals: RevealSeals,
    private readonly clock: Clock,
  ) {}

  /**
   * Call it before anything is shown, and last among what is written: others wait for the end of the transaction.
   * @throws Conflict there is no key to seal it with
   */
  async record(tx: RequestContext, entry: Omit<RevealEntry, 'at'>): Promise<void> {
    const dated = { ...entry, at: this.clock.now() };
    await this.rows.append(tx, dated, this.seals.entry(dated));
  }

  /** @returns whether the log holds, under our seal, that one person asked for it and the other one approved */
  async holdsBoth(tx: RequestContext, { id, requestedBy, decidedBy }: RevealRequest): Promise<boolean> {
    const entries = (await this.rows.entries(tx, id)).filter((entry) => this.isOurs(entry));
    const has = (action: RevealEntry['action'], actorId: string | null) =>
      entries.some((entry) => entry.action === action && entry.actorId === actorId);
    return has('requested', requestedBy) && has('approved', decidedBy);
  }

  /**
   * Recomputes the chain, and every seal.
   * @returns place of the first entry that was changed, removed or slipped in; null when all is as it was written
   * @throws Conflict there is no key to judge the seals with
   */
  async firstBreak(ctx: RequestContext): Promise<string | null> {
    const inChain = await this.rows.firstBreak(ctx);
    const inSeals = (await this.rows.entries(ctx, null)).find((entry) => !this.isOurs(entry))?.seq ?? null;
    if (inChain === null || inSeals === null) return inChain ?? inSeals;
    return BigInt(inChain) < BigInt(inSeals) ? inChain : inSeals;
  }

  private isOurs({ seal, ...entry }: RevealEntry & { readonly seal: Buffer }): boolean {
    return isSeal(seal, this.seals.entry(entry));
  }
}
