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
   * @param said in people's own words, of which the log, that nobody can change, keeps a seal alone: they may quote a passage
   *   that is redacted one day
   * @throws Conflict there is no key to seal it with
   */
  async record(tx: RequestContext, entry: Omit<RevealEntry, 'at'>, said?: string): Promise<void> {
    const sealed = said === undefined ? [] : [this.seals.words(said)];
    const note = [...(entry.note === null ? [] : [entry.note]), ...sealed].join(' · ') || null;
    const dated = { ...entry, note, at: this.clock.now() };
    await this.rows.append(tx, dated, this.seals.entry(dated));
  }

  /**
   * @returns whether the log holds, under our seal, that one person asked for it and the other one approved, and under
   *   whatever seal no look: rows in the table of requests can be put back, entries cannot
   */
  async admitsLook(tx: RequestContext, { id, requestedBy, decidedBy }: RevealRequest): Promise<boolean> {
    const entries = await this.rows.entries(tx, id);
    const has = (action: RevealEntry['action'], actorId: string | null) =>
      entries.some((entry) => entry.action === action && entry.actorId === actorId && this.isOurs(entry));
    const wasLookedAt = entries.some(({ action }) => action === 'viewed');
    return has('requested', requestedBy) && has('approved', decidedBy) && !wasLookedAt;
  }

  /**
   * Recomputes the chain, and every seal, and looks for what was done with requests: entries at the end have none behind
   * them that would miss them.
   * @returns place of the first entry that was changed, removed or slipped in; null when all is as it was written
   * @throws Conflict there is no key to judge the seals with
   */
  async firstBreak(ctx: RequestContext): Promise<string | null> {
    const inChain = await this.rows.firstBreak(ctx);
    const inSeals = (await this.rows.entries(ctx, null)).find((entry) => !this.isOurs(entry))?.seq ?? null;
    const atTheEnd = await this.rows.firstMissing(ctx);
    const breaks = [inChain, inSeals, atTheEnd].flatMap((place) => (place === null ? [] : [BigInt(place)]));
    return breaks.length === 0 ? null : String(breaks.reduce((one, other) => (one < other ? one : other)));
  }

  private isOurs({ seal, ...entry }: RevealEntry & { readonly seal: Buffer }): boolean {
    return isSeal(seal, this.seals.entry(entry));
  }
}
