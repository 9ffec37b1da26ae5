import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import {
  EditPostService,
  RecountForumService,
  ThreadRepository,
  VerifyForumCounters,
  type Post,
  type Thread,
} from '@kundig/forum/server';
import { RollUpCreditsService } from '@kundig/merits/server';
import { MergeThreadService, SplitThreadService } from '@kundig/moderation/server';
import { RequestContext } from '@kundig/platform/server';
import { Voices, type ViewerInThread } from '@kundig/pseudonyms/server';
import type { TestMember } from '../../support/community.js';
import { ModeratedBoard } from './moderated-board.js';

const system = RequestContext.system();

/** A moderator at work, with two threads on the board. */
export class RegroupingDesk extends ModeratedBoard {
  /** What merging and splitting change; a refusal leaves all of it as it is. */
  static readonly tables = [
    'forum.thread',
    'forum.post',
    'forum.board',
    'identity.thread_state',
    'identity.thread_origin',
    'moderation.audit_entry',
  ];

  /** The asker's question, not answered yet, and the stranger's, which the helper has answered. */
  from!: Thread;
  into!: Thread;

  static override open(): RegroupingDesk {
    return new RegroupingDesk().aroundTests();
  }

  protected override async clear(): Promise<void> {
    await super.clear();
    const { community } = this;
    this.from = await community.question(this.asker, this.board, {
      title: 'Telefon ist seit dem Umzug stumm',
    });
    this.into = await community.question(this.stranger, this.board);
    await community.reply(this.helper, this.into);
  }

  async merge(member = this.moderator, thread = this.from, target = this.into): Promise<Thread> {
    return this.community.get(MergeThreadService).execute(await this.community.as(member), {
      threadId: thread.publicId,
      intoId: target.publicId,
      reason: null,
    });
  }

  async split(
    thread: Thread,
    posts: readonly Post[],
    more: Record<string, unknown> = {},
    member = this.moderator,
  ): Promise<Thread> {
    return this.community.get(SplitThreadService).execute(await this.community.as(member), {
      threadId: thread.publicId,
      postIds: posts.map(({ publicId }) => publicId),
      following: false,
      title: 'Das ist eine andere Frage geworden',
      boardId: this.board.publicId,
      reason: null,
      clientKey: randomUUID(),
      ...more,
    });
  }

  async edit(member: TestMember, { publicId: postId }: Post, body = 'Das ist jetzt anders gesagt.') {
    return this.community.get(EditPostService).execute(await this.community.as(member), { postId, body });
  }

  /** The thread as it is now. */
  async fresh({ id }: Thread): Promise<Thread> {
    return (await this.community.get(ThreadRepository).findReadableByIds(system, [id]))[0]!;
  }

  async viewer(member: TestMember, { id }: Thread): Promise<ViewerInThread> {
    return this.community.get(Voices).viewerIn(await this.community.as(member), id);
  }

  postsOf({ id }: Thread): Promise<Post[]> {
    return this.community.owner.query<Post[]>(
      `SELECT id, public_id AS "publicId", position, kind, author_id AS "authorId", body_md AS "bodyMd", solution_at AS "solutionAt"
       FROM forum.post WHERE thread_id = $1 ORDER BY position`,
      [id],
    );
  }

  async nameOf(pseudonymId: string | null): Promise<string> {
    const [row] = await this.community.owner.query<{ name: string }[]>(
      'SELECT name FROM pseudonyms.pseudonym WHERE id = $1',
      [pseudonymId],
    );
    return row!.name;
  }

  /** Every counter and every derived row is what a count of its own finds. */
  async expectAllCounted(): Promise<void> {
    const { community } = this;
    await community.runJobs();
    expect(await community.get(VerifyForumCounters).execute(system)).toEqual({ threads: [], boards: [] });
    expect(await community.get(RecountForumService).execute(system)).toEqual({
      threads: 0,
      boards: [],
      sameProblems: 0,
    });
    expect(await community.get(RollUpCreditsService).recount(system)).toBe(0);
    const [own] = await community.owner.query<{ threads: number; open: number }[]>(
      `SELECT count(*)::int AS threads, count(*) FILTER (WHERE kind = 'question' AND solution_count = 0)::int AS open
       FROM forum.thread WHERE board_id = $1 AND hidden_at IS NULL AND deleted_at IS NULL`,
      [this.board.id],
    );
    const [said] = await community.owner.query<{ threads: number; open: number }[]>(
      'SELECT thread_count AS threads, open_count AS open FROM forum.board WHERE id = $1',
      [this.board.id],
    );
    expect(said).toEqual(own);
    const gaps = await community.owner.query(
      `SELECT thread_id FROM forum.post GROUP BY thread_id HAVING max(position) <> count(*) OR min(position) <> 1
         OR count(*) FILTER (WHERE kind = 'opening') <> 1`,
    );
    expect(gaps).toEqual([]);
    const unindexed = await community.owner.query(
      `SELECT p.id FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
       LEFT JOIN search.document d ON d.post_id = p.id AND d.thread_id = p.thread_id
       WHERE p.deleted_at IS NULL AND p.hidden_at IS NULL AND t.hidden_at IS NULL AND d.post_id IS NULL`,
    );
    expect(unindexed).toEqual([]);
  }
}
