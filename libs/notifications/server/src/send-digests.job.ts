import { Injectable } from '@nestjs/common';
import { IdentityPort } from '@kundig/identity/server';
import { Clock, Environment, JobHandler, type RequestContext } from '@kundig/platform/server';
import { lastDigestTime } from './digest-time.js';
import { NotificationTexts } from './notification-texts.js';
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
    private readonly texts: NotificationTexts,
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
      const noticed = new Map((await this.posts.findMany(ctx, due)).map((one) => [one.post.id, one]));
      const lines = due.flatMap((subject) => {
        const one = noticed.get(subject.postId);
        return one && (isTold(one) || subject.occasion === 'report')
          ? [{ ...subject, content: this.texts.lineOf(subject.occasion, one), readers: one.readers }]
          : [];
      });
      await this.identity.sendDigests(before, lines);
    }
  }
}
