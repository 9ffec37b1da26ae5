import { Injectable } from '@nestjs/common';
import { NotFound, WriteLimits, type RequestContext } from '@kundig/platform/server';
import { HeldPosts, Screening, Voices } from '@kundig/pseudonyms/server';
import { ArticleRepository } from '../storage/article.repository.js';
import { CommentRepository } from '../storage/comment.repository.js';
import type { WriteComment } from './write-comment.service.js';

/** A comment that was sent, with the field no person sees. */
type SentComment = WriteComment & { readonly website?: string | null };

/** Keeps a comment back that is to wait for a moderator. */
@Injectable()
export class HoldCommentService {
  constructor(
    private readonly screening: Screening,
    private readonly held: HeldPosts,
    private readonly voices: Voices,
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
    private readonly limits: WriteLimits,
  ) {}

  /**
   * @returns whether it is held; one that is not is to be written
   * @throws NotFound no such article in force
   * @throws SignInRequired, NotAllowed as `Voices.speakOpenly`; TooManyRequests
   */
  async execute(ctx: RequestContext, { website, ...comment }: SentComment): Promise<boolean> {
    const memberId = await this.voices.speakOpenly(ctx);
    const signs = await this.screening.signsOf(
      ctx,
      [comment.body],
      `${comment.articleId} ${comment.clientKey}`,
      website,
    );
    if (!signs) return false;
    const article = await this.articles.findInForce(ctx, { publicId: comment.articleId });
    if (!article) throw new NotFound();
    const suspicions = await this.screening.suspicionsOf(ctx, signs, {
      anonymous: false,
      publicPosts: () => this.comments.countBy(ctx, memberId),
    });
    if (suspicions.length === 0 || (await this.comments.isWritten(ctx, memberId, comment.clientKey)))
      return false;
    await this.limits.consume(ctx, 'post');
    await this.held.hold(ctx, {
      clientKey: comment.clientKey,
      subjectId: article.id,
      endsDraft: false,
      anonymous: false,
      content: { kind: 'comment', ...comment },
      suspicions,
    });
    return true;
  }
}
