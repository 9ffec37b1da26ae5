import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { DESK_OCCASIONS, IdentityPort, type DigestLine, type DigestSubject } from '@kundig/identity/server';
import { Clock, Environment, JobHandler, type RequestContext } from '@kundig/platform/server';
import { DeskMatters } from './desk-matters.js';
import { lastDigestTime } from './digest-time.js';
import { DuplicateTexts } from './duplicate-texts.js';
import { isAboutPost, NotificationTexts } from './notification-texts.js';
import { NoticedDuplicates } from './noticed-duplicates.js';
import { isTold, NoticedPosts } from './noticed-posts.js';

/**
 * Sends the daily mails. Looks every hour whether the hour of the day has passed, so that neither a change to summer
 * time nor a worker that was away loses a day.
 */
@Injectable()
export class SendDigests {
  constructor(
    private readonly identity: IdentityPort,
    private readonly posts: NoticedPosts,
    private readonly duplicates: NoticedDuplicates,
    private readonly comments: CommentRepository,
    private readonly desks: DeskMatters,
    private readonly texts: NotificationTexts,
    private readonly duplicateTexts: DuplicateTexts,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** What was deleted, hidden or closed to a reader since it was noticed is left out, but for reports. Safe to repeat. */
  @JobHandler({ task: 'notifications.send-digests', cron: '2 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    const [hour, zone] = [this.environment.get('DIGEST_HOUR'), this.environment.get('TIME_ZONE')];
    const before = lastDigestTime(this.clock.now(), hour, zone).toISOString();
    for (
      let due = await this.identity.digestsDue(before);
      due.length > 0;
      due = await this.identity.digestsDue(before)
    ) {
      const lines = [
        ...(await this.aboutPosts(ctx, due)),
        ...(await this.aboutDuplicates(ctx, due)),
        ...(await this.aboutComments(ctx, due)),
        ...(await this.aboutDesks(ctx, due)),
      ];
      await this.identity.sendDigests(before, lines);
    }
  }

  private async aboutPosts(ctx: RequestContext, all: readonly DigestSubject[]): Promise<DigestLine[]> {
    const due = all.filter(({ occasion }) => isAboutPost(occasion));
    const noticed = new Map((await this.posts.findMany(ctx, due)).map((one) => [one.post.id, one]));
    return due.flatMap((subject) => {
      const { occasion, postId } = subject;
      const one = noticed.get(postId);
      return one && isAboutPost(occasion) && (isTold(one) || occasion === 'report')
        ? [{ ...subject, content: this.texts.lineOf(occasion, one), readers: one.readers }]
        : [];
    });
  }

  /** Of marks, those that lead anywhere still. */
  private async aboutDuplicates(ctx: RequestContext, all: readonly DigestSubject[]): Promise<DigestLine[]> {
    const due = all.filter(({ occasion }) => occasion === 'duplicate');
    if (due.length === 0) return [];
    const found = await this.duplicates.of(ctx, [...new Set(due.map(({ threadId }) => threadId))]);
    const duplicates = new Map(found.map((one) => [one.thread.id, one]));
    return due.flatMap((subject) => {
      const one = duplicates.get(subject.threadId);
      return one ? [{ ...subject, content: this.duplicateTexts.lineOf(one), readers: one.readers }] : [];
    });
  }

  /** Of what waits for moderators, what still does. */
  private async aboutDesks(ctx: RequestContext, due: readonly DigestSubject[]): Promise<DigestLine[]> {
    const lines: DigestLine[] = [];
    for (const desk of DESK_OCCASIONS) {
      const ids = due.flatMap(({ occasion, postId }) => (occasion === desk ? [postId] : []));
      lines.push(...(await this.desks.lines(ctx, desk, ids)));
    }
    return lines;
  }

  /** Of comments only decisions on reports are told so. */
  private async aboutComments(ctx: RequestContext, due: readonly DigestSubject[]): Promise<DigestLine[]> {
    const subjects = due.filter(({ occasion }) => occasion === 'comment-report');
    if (subjects.length === 0) return [];
    const ids = subjects.map(({ postId }) => postId);
    const comments = new Map((await this.comments.findByIds(ctx, ids)).map((one) => [one.id, one]));
    return subjects.flatMap((subject) => {
      const comment = comments.get(subject.postId);
      if (!comment || comment.deletedAt) return [];
      return [{ ...subject, content: this.texts.lineOfComment(comment), readers: null }];
    });
  }
}
