import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { SelectQueryBuilder } from 'typeorm';
import { Post } from './post.entity.js';
import { PostRevision } from './post-revision.entity.js';

/** All SQL about what posts said before. */
@Injectable()
export class PostRevisionRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Adds the next revision of a post, which the transaction has locked. */
  async add(tx: RequestContext, revision: Omit<PostRevision, 'number'>): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO forum.post_revision (post_id, number, title, tags, body_md, replaced_by, replaced_at)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 FROM forum.post_revision WHERE post_id = $1`,
      [
        revision.postId,
        revision.title,
        revision.tags,
        revision.bodyMd,
        revision.replacedBy,
        revision.replacedAt,
      ],
    );
  }

  /** The latest revisions of a post, newest first. Whether they may be seen is asked before. */
  latest(ctx: RequestContext, postId: string, limit: number): Promise<PostRevision[]> {
    return this.database
      .repository(ctx, PostRevision)
      .find({ where: { postId }, order: { number: 'DESC' }, take: limit });
  }

  /** Revisions of these posts in which a pattern occurs, in title, tags or text. */
  saying(ctx: RequestContext, postIds: readonly string[], pattern: string): Promise<PostRevision[]> {
    return this.matching(ctx, pattern).andWhere('r.post_id = ANY(:postIds)', { postIds }).getMany();
  }

  /** The same for all posts of a thread, which the transaction has locked. */
  sayingInThread(tx: RequestContext, threadId: string, pattern: string): Promise<PostRevision[]> {
    return this.matching(tx, pattern)
      .innerJoin(Post, 'p', 'p.id = r.post_id')
      .andWhere('p.thread_id = :threadId', { threadId })
      .getMany();
  }

  /** Puts other words in place of what a revision says. */
  async replace(tx: RequestContext, { postId, number, title, tags, bodyMd }: PostRevision): Promise<void> {
    await this.database.repository(tx, PostRevision).update({ postId, number }, { title, tags, bodyMd });
  }

  private matching(ctx: RequestContext, pattern: string): SelectQueryBuilder<PostRevision> {
    return this.database
      .repository(ctx, PostRevision)
      .createQueryBuilder('r')
      .where(`concat_ws(' ', r.title, array_to_string(r.tags, ' '), r.body_md) ~* :pattern`, { pattern });
  }

  async removeAll(tx: RequestContext, postId: string): Promise<void> {
    await this.database.repository(tx, PostRevision).delete({ postId });
  }
}
