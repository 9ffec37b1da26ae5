import { Injectable } from '@nestjs/common';
import { PostRepository, type Post } from '@kundig/forum/server';
import { BatchLoader, type RequestContext } from '@kundig/platform/server';
import { AuditRepository, type AuditEntry } from '../storage/audit.repository.js';
import { ReportRepository, type Report } from '../storage/report.repository.js';

/** All reports on a post or comment, by its key. */
@Injectable()
export class ReportsOnLoader extends BatchLoader<Report[]> {
  constructor(private readonly reports: ReportRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, ids: readonly string[]): Promise<Report[][]> {
    const reports = await this.reports.on(ctx, ids);
    return ids.map((id) => reports.filter(({ subjectId }) => subjectId === id));
  }
}

/** What was done to a post or comment before, latest first; a key is `post:<public id>` or `comment:<public id>`. */
@Injectable()
export class MeasuresLoader extends BatchLoader<AuditEntry[]> {
  constructor(private readonly entries: AuditRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, keys: readonly string[]): Promise<AuditEntry[][]> {
    const entries = await this.entries.about(ctx, keys);
    return keys.map((key) => entries.filter((entry) => `${entry.subjectType}:${entry.subjectId}` === key));
  }
}

/** The opening post of a thread and the posts beside one of its posts; a key is `<thread>:<position>`. */
@Injectable()
export class SurroundingsLoader extends BatchLoader<Post[]> {
  constructor(private readonly posts: PostRepository) {
    super();
  }

  protected async loadBatch(ctx: RequestContext, keys: readonly string[]): Promise<Post[][]> {
    const places = keys.map((key) => {
      const [threadId = '', position = ''] = key.split(':');
      return { threadId, position: Number(position) };
    });
    const posts = await this.posts.parts(
      ctx,
      places.flatMap(({ threadId, position }) => [
        { threadId, from: 1, to: 1 },
        { threadId, from: position - 1, to: position + 1 },
      ]),
    );
    return places.map(({ threadId, position }) =>
      posts.filter(
        (post) =>
          post.threadId === threadId &&
          post.position !== position &&
          (post.position === 1 || Math.abs(post.position - position) === 1),
      ),
    );
  }
}
