import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  LIMITED_ACTIONS,
  WriteLimits,
  type LimitedAction,
  type Repetition,
  type RequestContext,
} from '@kundig/platform/server';
import {
  ALLOWANCES,
  NEWCOMER_POST_ALLOWANCE,
  SAME_TEXT_ALLOWANCE,
  SAME_TEXT_MIN,
  SENT_TEXT_ALLOWANCE,
} from './limit-table.js';
import { consumeFrom, isUsedUp, Limiters, wasUsedUp } from './limiters.js';

/** Sendings of which a repetition is known as one: more than a process sees in the minutes in which people try again. */
const REMEMBERED_SENDINGS = 10_000;

/**
 * Counts writes in PostgreSQL, for all instances together; searches, suggestions, previews and equal texts in the process, where they
 * cost no statement.
 */
@Injectable()
export class PersonLimits extends WriteLimits {
  private readonly limiters: Map<LimitedAction, RateLimiterAbstract>;
  private readonly newcomerPosts: RateLimiterAbstract;
  private readonly sentTexts: RateLimiterAbstract;
  private readonly sameTexts: RateLimiterAbstract;
  private readonly sendings = new LRUCache<string, true>({ max: REMEMBERED_SENDINGS });

  constructor(limiters: Limiters) {
    super();
    this.limiters = new Map(
      LIMITED_ACTIONS.map((action) => [action, limiters.shared(action, ALLOWANCES[action])]),
    );
    for (const action of ['search', 'suggest', 'preview'] as const)
      this.limiters.set(action, limiters.ofThisProcess(ALLOWANCES[action]));
    this.newcomerPosts = limiters.shared('newcomer-post', NEWCOMER_POST_ALLOWANCE);
    this.sentTexts = limiters.ofThisProcess(SENT_TEXT_ALLOWANCE);
    this.sameTexts = limiters.ofThisProcess(SAME_TEXT_ALLOWANCE);
  }

  async consume(ctx: RequestContext, action: LimitedAction, goes = 1): Promise<void> {
    if (ctx.actor.kind === 'system' || ctx.released) return;
    const isNewcomersPost = action === 'post' && ctx.youngAccount && !ctx.actor.isAppointed;
    const limiter = isNewcomersPost ? this.newcomerPosts : this.limiters.get(action)!;
    await consumeFrom(limiter, personOf(ctx), { goes, refusal: ALLOWANCES[action].refusal });
  }

  async noteText(ctx: RequestContext, text: string, sending: string): Promise<Repetition> {
    await consumeFrom(this.sentTexts, personOf(ctx));
    const known = `${personOf(ctx)} ${sending}`;
    const ask = this.sendings.has(known) ? wasUsedUp : isUsedUp;
    this.sendings.set(known, true);
    const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
    const isOver = async (whose: string) => {
      const key = createHash('sha256').update(`${whose}\0${words}`).digest('base64url');
      return ask(this.sameTexts, key);
    };
    return {
      byWriter: await isOver(personOf(ctx)),
      byAnybody: words.length >= SAME_TEXT_MIN && (await isOver('anybody')),
    };
  }
}

const personOf = ({ actor, clientAddress }: RequestContext): string =>
  actor.memberId ?? clientAddress ?? 'unknown';
