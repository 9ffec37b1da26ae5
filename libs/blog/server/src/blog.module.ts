import { Module } from '@nestjs/common';
import { GroupsModule } from '@kundig/groups/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { ArticleFiles } from './articles/article-files.js';
import { ArticleRecord } from './articles/article-record.js';
import { ArticleTexts } from './articles/article-texts.js';
import { KeepArticleDraftService } from './articles/keep-article-draft.service.js';
import { OnlyEditor } from './articles/only-editor.js';
import { PublishDueArticles } from './articles/publish-due-articles.job.js';
import { ReleaseArticleService } from './articles/release-article.service.js';
import { SaveArticleService } from './articles/save-article.service.js';
import { WithdrawArticleService } from './articles/withdraw-article.service.js';
import { BlogPersonalData } from './blog.personal-data.js';
import { CommentVisibility } from './comments/comment-visibility.service.js';
import { DeleteCommentService } from './comments/delete-comment.service.js';
import { HeldComments } from './comments/held-comments.js';
import { HoldCommentService } from './comments/hold-comment.service.js';
import { MarkPrivateCommentService } from './comments/mark-private-comment.service.js';
import { WriteCommentService } from './comments/write-comment.service.js';
import { ArticleSharePicture } from './feeds/article-share-picture.js';
import { ArticlesInSitemap } from './feeds/articles-in-sitemap.js';
import { BlogFeedsController } from './feeds/feeds.controller.js';
import { ArticleResolver } from './graphql/article.resolver.js';
import { BlogPresenter } from './graphql/blog.presenter.js';
import { CommentResolver } from './graphql/comment.resolver.js';
import { ArticleVersionResolver, BlogDeskResolver, BlogViewerResolver } from './graphql/desk.resolver.js';
import { ArticlePassageRemoval } from './redaction/article-passage-removal.service.js';
import { ArticleRedactionRepository } from './redaction/article-redaction.repository.js';
import { ArticleRepository } from './storage/article.repository.js';
import { CommentRepository } from './storage/comment.repository.js';
import { ArticleDraftRepository } from './storage/draft.repository.js';

const forOtherDomains = [
  ArticlePassageRemoval,
  ArticleRecord,
  ArticleRepository,
  BlogPresenter,
  CommentRepository,
  CommentVisibility,
  DeleteCommentService,
  HeldComments,
  HoldCommentService,
  KeepArticleDraftService,
  MarkPrivateCommentService,
  PublishDueArticles,
  ReleaseArticleService,
  SaveArticleService,
  WithdrawArticleService,
  WriteCommentService,
];

/** Articles by staff and invited authors, and what members say about them. */
@Module({
  imports: [GroupsModule, LeakGuardModule, PseudonymsModule],
  controllers: [BlogFeedsController],
  providers: [
    ...forOtherDomains,
    ArticleDraftRepository,
    ArticleFiles,
    ArticleSharePicture,
    ArticlesInSitemap,
    ArticleRedactionRepository,
    ArticleResolver,
    ArticleTexts,
    ArticleVersionResolver,
    BlogDeskResolver,
    BlogPersonalData,
    BlogViewerResolver,
    CommentResolver,
    OnlyEditor,
  ],
  exports: forOtherDomains,
})
export class BlogModule {}
