import { Injectable } from '@nestjs/common';
import { CommentRepository, type PlacedComment } from '@kundig/blog/server';
import { PostRepository, type Post } from '@kundig/forum/server';
import type { Locale, RequestContext } from '@kundig/platform/server';
import { CommentHiding } from '../comments/comment-hiding.js';
import { PostHiding } from '../visibility/post-hiding.js';
import { ContentNoticeRepository, type NoticeSubject } from './content-notice.repository.js';

/** Says why, in the language of a post or comment. */
type Reason = (locale: Locale) => string;

/** What a notice of unlawful content is about; who may hide and show it is decided by the caller, in their transaction. */
@Injectable()
export class NoticedContent {
  constructor(
    private readonly notices: ContentNoticeRepository,
    private readonly posts: PostRepository,
    private readonly postHiding: PostHiding,
    private readonly comments: CommentRepository,
    private readonly commentHiding: CommentHiding,
  ) {}

  /** Hides all of it; what is hidden already keeps the reason it has. */
  async hide(tx: RequestContext, noticeId: string, reason: Reason): Promise<void> {
    const { posts, comments } = await this.find(tx, await this.notices.subjectsOf(tx, noticeId));
    const hidden: string[] = [];
    for (const post of posts)
      if (await this.postHiding.hide(tx, post, reason(post.lang))) hidden.push(post.id);
    for (const comment of comments)
      if (await this.commentHiding.hide(tx, comment, reason(comment.lang))) hidden.push(comment.id);
    await this.notices.noteHidden(tx, noticeId, hidden);
  }

  /** Shows what it has hidden, and nothing that was shown and hidden again since. What its author deleted stays so. */
  async show(tx: RequestContext, noticeId: string, reason: Reason): Promise<void> {
    const { posts, comments } = await this.find(tx, await this.notices.subjectsHiddenBy(tx, noticeId));
    for (const post of posts) await this.postHiding.show(tx, post, reason(post.lang));
    for (const comment of comments) await this.commentHiding.show(tx, comment, reason(comment.lang));
  }

  /** In the one order in which threads, and comments, are locked. */
  private async find(
    tx: RequestContext,
    subjects: readonly NoticeSubject[],
  ): Promise<{ posts: Post[]; comments: PlacedComment[] }> {
    const posts = await this.posts.findReadableByIds(
      tx,
      subjects.flatMap(({ postId }) => postId ?? []),
    );
    const comments = await this.comments.findByIds(
      tx,
      subjects.flatMap(({ commentId }) => commentId ?? []),
    );
    posts.sort((a, b) => a.threadId.localeCompare(b.threadId) || a.position - b.position);
    comments.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { posts, comments };
  }
}
