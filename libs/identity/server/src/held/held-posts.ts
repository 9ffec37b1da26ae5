import { Injectable } from '@nestjs/common';
import {
  Clock,
  daysBefore,
  IdentityDatabase,
  Randomness,
  toQuarterHour,
  type Passage,
  type RequestContext,
} from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { AccountLetters } from '../mail/account-letters.js';
import type { Letter } from '../mail/letter.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { ThreadingIds } from '../mail/threading-ids.js';
import {
  HELD_DAYS,
  TELL_OF_HELD,
  type HeldContent,
  type HeldPlace,
  type HeldPostView,
  type Holding,
  type PostToHold,
  type ReleasedPost,
} from '../port/held-posts.js';
import { PersonaSeals } from '../seals/persona-seals.js';
import { DraftRepository } from '../storage/draft.repository.js';
import { GuestQuestionRepository } from '../storage/guest-question.repository.js';
import { HeldPostRepository, type HeldPostRow } from '../storage/held-post.repository.js';
import { ThreadStateRepository } from '../storage/thread-state.repository.js';

/** Longer than publishing takes; then somebody else may decide. */
const LEASE_MS = 120_000;
/** Time to take it back before moderators are told, and by how much at random it is longer. */
const TELLING = { delaySeconds: 120, spreadSeconds: 60 };

/**
 * Posts that wait for a moderator. They lie here because each of them names its writer, the anonymous ones too.
 */
@Injectable()
export class HeldPosts {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly posts: HeldPostRepository,
    private readonly drafts: DraftRepository,
    private readonly states: ThreadStateRepository,
    private readonly guests: GuestQuestionRepository,
    private readonly seals: PersonaSeals,
    private readonly letters: AccountLetters,
    private readonly threading: ThreadingIds,
    private readonly outbox: MailOutbox,
    private readonly jobs: IdentityJobs,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Safe to repeat with the same client key. @returns null when there is no such active account */
  hold(ctx: RequestContext, { writer, ...post }: PostToHold): Promise<Holding | null> {
    const { memberId } = writer;
    return this.database.transaction(ctx, async (tx) => {
      const [heldPostId, now] = [this.randomness.uuid(), this.clock.now()];
      const holding = await this.posts.put(tx, heldPostId, this.seals.accountOf(writer), post, now);
      // After the held post, as whoever refuses does it: of both at once, one waits for the other.
      if (holding && memberId && post.isGuests && !(await this.guests.keep(tx, post.clientKey))) {
        await this.posts.supersede(tx, memberId, post.clientKey);
        return 'over';
      }
      if (holding && memberId && post.endsDraft) await this.drafts.discardFor(tx, memberId, post.subjectId);
      if (holding === 'new')
        await this.jobs.add(tx, {
          task: TELL_OF_HELD,
          payload: { heldPostId },
          runAt: this.afterAWhile(now),
        });
      return holding;
    });
  }

  /** Another one of the member takes its place. */
  supersede(ctx: RequestContext, memberId: string, clientKey: string): Promise<void> {
    return this.posts.supersede(ctx, memberId, clientKey);
  }

  /**
   * Forgets it for its writer; the voice it would have spoken with is free again.
   * @returns false when it is gone already or somebody else's, or somebody decides about it at this moment
   */
  withdraw(ctx: RequestContext, memberId: string, id: string): Promise<boolean> {
    return this.database.transaction(ctx, async (tx) => {
      const row = await this.posts.withdraw(tx, memberId, id, this.clock.now());
      if (row) await this.giveUp(tx, row);
      return row !== null;
    });
  }

  /** For the writer's own eyes. */
  async of(ctx: RequestContext, memberId: string): Promise<HeldPostView[]> {
    return (await this.posts.of(ctx, memberId)).map((row) => view(row));
  }

  places(ctx: RequestContext, first: number): Promise<HeldPlace[]> {
    return this.posts.places(ctx, first);
  }

  async findByIds(ctx: RequestContext, ids: readonly string[]): Promise<HeldPostView[]> {
    return (await this.posts.findByIds(ctx, ids)).map((row) => view(row));
  }

  /** @returns what is needed to publish it; null when it is gone, or somebody decides about it at this moment */
  async release(ctx: RequestContext, id: string): Promise<ReleasedPost | null> {
    const now = this.clock.now();
    const row = await this.posts.lease(ctx, id, now, new Date(now.getTime() + LEASE_MS));
    return row && { memberId: row.memberId, locale: row.locale, content: row.content };
  }

  /** It could not be published: it goes on waiting. */
  giveBack(ctx: RequestContext, id: string): Promise<void> {
    return this.posts.giveBack(ctx, id);
  }

  /** Forgets what stands somewhere now, and tells its writer. Safe to repeat. @param path of where it stands */
  async settle(ctx: RequestContext, id: string, path: string): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const row = await this.posts.take(tx, id, null);
      if (row) await this.tell(tx, row, this.letters.heldPostPublished(row.locale, path));
    });
  }

  /**
   * Forgets it, and mails its writer why and what they wrote; the voice it would have spoken with is free again.
   * @returns false when it is gone already, or somebody decides about it at this moment
   */
  refuse(ctx: RequestContext, id: string, reason: string): Promise<boolean> {
    return this.endWith(ctx, id, ({ locale, content }) =>
      this.letters.heldPostRefused(locale, { reason, body: bodyOf(content) }),
    );
  }

  /** @returns those that have waited for `HELD_DAYS` and about which nobody decides at this moment, in any order */
  undecided(ctx: RequestContext, first: number): Promise<string[]> {
    const now = this.clock.now();
    return this.posts.heldBefore(ctx, daysBefore(now, HELD_DAYS), now, first);
  }

  /** The same as `refuse` for what nobody has decided about. */
  handBack(ctx: RequestContext, id: string): Promise<boolean> {
    return this.endWith(ctx, id, ({ locale, content }) =>
      this.letters.heldPostReturned(locale, { days: String(HELD_DAYS), body: bodyOf(content) }),
    );
  }

  private endWith(
    ctx: RequestContext,
    id: string,
    letterFor: (row: HeldPostRow) => Letter,
  ): Promise<boolean> {
    return this.database.transaction(ctx, async (tx) => {
      const row = await this.posts.take(tx, id, this.clock.now());
      if (!row) return false;
      await this.giveUp(tx, row);
      await this.tell(tx, row, letterFor(row));
      return true;
    });
  }

  /** After two to three minutes, as with whatever people are told: one second would tell who has just written. */
  private afterAWhile(now: Date): Date {
    const seconds = Math.ceil(now.getTime() / 1000) + TELLING.delaySeconds;
    return new Date((seconds + this.randomness.below(TELLING.spreadSeconds + 1)) * 1000);
  }

  /** Returns what it took: a reply its claim to a voice, a guest's question the link that would have it held again. */
  private async giveUp(
    tx: RequestContext,
    { memberId, clientKey, subjectId, content }: HeldPostRow,
  ): Promise<void> {
    if (subjectId === null) await this.guests.remove(tx, clientKey);
    else if (content.kind === 'reply') await this.states.release(tx, memberId, subjectId);
  }

  /**
   * Takes a passage out of quotations in what waits in these threads, or below this article.
   * @param postId public id of the post that loses it: a change of that one must not bring it back
   */
  async redact(
    tx: RequestContext,
    subjectIds: readonly string[],
    passage: Passage,
    postId: string | null,
  ): Promise<void> {
    for (const { id, content } of await this.posts.lockSaying(tx, subjectIds, passage.pattern)) {
      const isChange = content.kind === 'edit' && content.postId === postId;
      await this.posts.replaceContent(tx, id, withoutPassage(content, passage, isChange));
    }
  }

  /** A refused text may quote, so the mail is one about its thread or article. */
  private tell(
    tx: RequestContext,
    { id, mail, accountId, subjectId }: HeldPostRow,
    letter: Letter,
  ): Promise<void> {
    return this.outbox.send(tx, {
      ...letter,
      ...{ recipient: mail, accountId, onceKey: `held-post:${id}` },
      about: subjectId ? [subjectId] : [],
      headers: subjectId ? this.threading.headers(accountId, subjectId) : {},
    });
  }
}

const bodyOf = ({ body }: HeldContent): string => (typeof body === 'string' ? body : '');

function view({ id, memberId, anonymous, content, suspicions, heldAt }: HeldPostRow): HeldPostView {
  return {
    ...{ id, content, suspicions },
    memberId: anonymous ? null : memberId,
    heldAt: (anonymous ? toQuarterHour(heldAt) : heldAt).toISOString(),
  };
}

/** @param everywhere in one's own words, too; otherwise in quotations only */
function withoutPassage(content: HeldContent, passage: Passage, everywhere: boolean): HeldContent {
  const clear = (text: string) => (everywhere ? passage.removeFrom(text) : passage.removeFromQuotes(text));
  const { title, body } = content;
  return {
    ...content,
    ...(typeof title === 'string' && { title: clear(title) }),
    ...(typeof body === 'string' && { body: clear(body) }),
  };
}
