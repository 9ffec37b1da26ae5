import { Injectable } from '@nestjs/common';
import {
  Clock,
  daysBefore,
  Environment,
  NEWCOMER,
  renderedOnce,
  TooManyRequests,
  WriteLimits,
  type Repetition,
  type RequestContext,
} from '@kundig/platform/server';
import { PseudonymRepository } from '../storage/pseudonym.repository.js';
import { suspicionsIn, type Suspicion } from './suspicions.js';

/** What is odd about something that was sent, before it is asked whose it is. */
export interface Signs {
  readonly found: readonly Suspicion[];
  readonly repetition: Repetition;
}

/** What is known of whoever sent it. */
export interface Sender {
  readonly anonymous: boolean;
  /** Asked only of a member, and only where something is odd. @returns how many posts of theirs everybody can read */
  publicPosts(): Promise<number>;
}

const HOUR_SECONDS = 3600;

/**
 * Tells what is to wait for a moderator: what looks like advertising and comes from somebody new. Of anonymous authors
 * nothing counts that depends on who they are: neither whether they are new, nor what they wrote under another name.
 */
@Injectable()
export class Screening {
  constructor(
    private readonly pseudonyms: PseudonymRepository,
    private readonly limits: WriteLimits,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at a text and counts it; no statement.
   * @param texts Markdown; of a thread the title and the text
   * @param sending where it goes and its client key: what is sent again counts once
   * @param website what stood in the field no person sees
   * @returns null where nothing is odd
   * @throws TooManyRequests
   */
  async signsOf(
    ctx: RequestContext,
    texts: readonly string[],
    sending: string,
    website?: string | null,
  ): Promise<Signs | null> {
    const repetition = await this.limits.noteText(ctx, texts.join('\n'), sending);
    const found: Suspicion[] = this.suspicionsIn(ctx, texts);
    if (website) found.push('trap');
    return found.length > 0 || repetition.byWriter || repetition.byAnybody ? { found, repetition } : null;
  }

  /** The same for a text that takes the place of another one; no statement, and nothing is counted. */
  signsOfChange(ctx: RequestContext, before: readonly string[], after: readonly string[]): Signs | null {
    const found = this.suspicionsIn(ctx, after, before);
    return found.length > 0 ? { found, repetition: { byWriter: false, byAnybody: false } } : null;
  }

  /**
   * @returns why it is to be held; nothing where it is to be written
   * @throws TooManyRequests the same text again and again by somebody who is not new
   */
  async suspicionsOf(
    ctx: RequestContext,
    { found, repetition }: Signs,
    sender: Sender,
  ): Promise<readonly Suspicion[]> {
    const isRepeated = sender.anonymous ? repetition.byAnybody : repetition.byWriter;
    const suspicions: readonly Suspicion[] = isRepeated ? [...found, 'repeated'] : found;
    if (suspicions.length === 0 || sender.anonymous || (await this.isNew(ctx, sender))) return suspicions;
    if (isRepeated) throw new TooManyRequests(HOUR_SECONDS, 'pseudonyms:error.sameText');
    return [];
  }

  private suspicionsIn(
    ctx: RequestContext,
    texts: readonly string[],
    before?: readonly string[],
  ): Suspicion[] {
    const { baseUrl } = this.environment;
    return suspicionsIn((text) => renderedOnce(ctx, text, baseUrl), texts, baseUrl, before);
  }

  private async isNew(ctx: RequestContext, sender: Sender): Promise<boolean> {
    const { memberId, isAppointed } = ctx.actor;
    if (memberId === null || isAppointed) return false;
    const [member] = await this.pseudonyms.authors(ctx, [memberId]);
    if (!member || member.created_at > daysBefore(this.clock.now(), NEWCOMER.days)) return true;
    return (await sender.publicPosts()) < NEWCOMER.publicPosts;
  }
}
