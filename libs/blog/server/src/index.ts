import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { ArticleRecord, type ArticleAct, type KeepArticleAct } from './articles/article-record.js';
export { KeepArticleDraftService, type KeepArticleDraft } from './articles/keep-article-draft.service.js';
export { PublishDueArticles } from './articles/publish-due-articles.job.js';
export { ReleaseArticleService, type ReleaseArticle } from './articles/release-article.service.js';
export { SaveArticleService, type SaveArticle } from './articles/save-article.service.js';
export { WithdrawArticleService } from './articles/withdraw-article.service.js';
export * from './blog.events.js';
export { BLOG_LIMITS } from './blog.limits.js';
export { BlogModule } from './blog.module.js';
export { BlogPersonalData } from './blog.personal-data.js';
export { blogPolicy } from './blog.policy.js';
export { CommentVisibility } from './comments/comment-visibility.service.js';
export { DeleteCommentService } from './comments/delete-comment.service.js';
export { HeldComments, type HeldComment } from './comments/held-comments.js';
export { HoldCommentService } from './comments/hold-comment.service.js';
export { MarkPrivateCommentService } from './comments/mark-private-comment.service.js';
export { WriteCommentService, type WriteComment } from './comments/write-comment.service.js';
export { ArticlePassageRemoval } from './redaction/article-passage-removal.service.js';
export { ArticleObject, articlePath } from './graphql/article.object.js';
export { BlogPresenter } from './graphql/blog.presenter.js';
export { CommentObject, commentPath, PlacedCommentObject } from './graphql/comment.object.js';
export { AddArticlePictures1795000245000 } from './migrations/1795000245000-add-article-pictures.js';
export { KeepPicturesInDrafts1795000360002 } from './migrations/1795000360002-keep-pictures-in-drafts.js';
export { LetArticlesBeRedacted1795000320005 } from './migrations/1795000320005-let-articles-be-redacted.js';
export { MarkPrivateOpinionsOfComments1795000370402 } from './migrations/1795000370402-mark-private-opinions-of-comments.js';
export { CreateBlog1795000240000 } from './migrations/1795000240000-create-blog.js';
export {
  ArticleRepository,
  PUBLIC_ARTICLE_SQL,
  type Article,
  type ArticleSummary,
  type DeskArticle,
} from './storage/article.repository.js';
export { CommentRepository, type Comment, type PlacedComment } from './storage/comment.repository.js';

/** Tables in which no role may change or delete a row. */
export const blogInsertOnlyTables = ['blog.revision', 'blog.approval'];

/** Server-side texts of the blog. */
export const blogTexts: LocaleTexts = { de, du, en };
