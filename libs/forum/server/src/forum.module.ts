import { Module } from '@nestjs/common';
import { GroupsModule } from '@kundig/groups/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { BoardDesk } from './boards/board-desk.js';
import { CreateBoardService } from './boards/create-board.service.js';
import { RecountForumService } from './boards/recount-forum.service.js';
import { VerifyForumCounters } from './boards/verify-forum-counters.service.js';
import { BoardsInSitemap, TagsInSitemap, ThreadsInSitemap } from './feeds/forum-in-sitemap.js';
import { BoardSharePicture, ThreadSharePicture } from './feeds/forum-share-pictures.js';
import { ForumFeedsController } from './feeds/forum-feeds.controller.js';
import { ForumPagesRepository } from './feeds/forum-pages.repository.js';
import { ForumPersonalData } from './forum.personal-data.js';
import { BoardResolver } from './graphql/board.resolver.js';
import { DuplicateResolver } from './graphql/duplicate.resolver.js';
import {
  DuplicatesLoader,
  NewestThreadLoader,
  PostsOfThreadLoader,
  ThreadLoader,
} from './graphql/forum.loaders.js';
import { ForumPresenter } from './graphql/forum.presenter.js';
import { OwnPersonasResolver } from './graphql/own-personas.resolver.js';
import { OwnPostsResolver } from './graphql/own-posts.resolver.js';
import { HistoryResolver } from './graphql/history.resolver.js';
import { OwnStateResolver } from './graphql/own-state.resolver.js';
import { MemberPostsResolver, PostResolver, PreviewResolver } from './graphql/post.resolver.js';
import { SolutionProposalPresenter } from './graphql/solution-proposal.presenter.js';
import { SolutionProposalResolver } from './graphql/solution-proposal.resolver.js';
import { SettleQuestionResolver } from './graphql/settle-question.resolver.js';
import { SameProblemResolver } from './graphql/same-problem.resolver.js';
import { SiteForumResolver } from './graphql/site-forum.resolver.js';
import { ThreadResolver } from './graphql/thread.resolver.js';
import { DeletePostService } from './posts/delete-post.service.js';
import { EditPostService } from './posts/edit-post.service.js';
import { ChooseIndexingService } from './threads/choose-indexing.service.js';
import { MarkPrivateOpinionService } from './posts/mark-private-opinion.service.js';
import { MarkSolutionService } from './posts/mark-solution.service.js';
import { PassageRemoval } from './posts/passage-removal.service.js';
import { PostAccess } from './posts/post-access.service.js';
import { PostFiles } from './posts/post-files.js';
import { PostHistory } from './posts/post-history.service.js';
import { PostTexts } from './posts/post-text.service.js';
import { PostVisibility } from './posts/post-visibility.service.js';
import { ReplyService } from './posts/reply.service.js';
import { HeldPlaces } from './screening/held-places.js';
import { HoldSuspiciousService } from './screening/hold-suspicious.service.js';
import { PublishHeldService } from './screening/publish-held.service.js';
import { ProposeSolutionService } from './settling/propose-solution.service.js';
import { SolutionProposals } from './settling/solution-proposals.js';
import { SettleQuestionService } from './settling/settle-question.service.js';
import { SettleTokens } from './settling/settle-tokens.js';
import { TextSources } from './sources/text-sources.js';
import { BoardRepository } from './storage/board.repository.js';
import { DuplicateRepository } from './storage/duplicate.repository.js';
import { PostRevisionRepository } from './storage/post-revision.repository.js';
import { PostRepository } from './storage/post.repository.js';
import { SolutionProposalRepository } from './storage/solution-proposal.repository.js';
import { ThreadRepository } from './storage/thread.repository.js';
import { DuplicateMarks } from './threads/duplicate-marks.service.js';
import { FollowRegrouping } from './threads/follow-regrouping.js';
import { ImportThreadService } from './threads/import-thread.service.js';
import { MergeThreads } from './threads/merge-threads.service.js';
import { RelatedThreads } from './threads/related-threads.service.js';
import { RenewTextsService } from './threads/renew-texts.service.js';
import { SplitOffThread } from './threads/split-off-thread.service.js';
import { StartThreadService } from './threads/start-thread.service.js';
import { ThreadChange } from './threads/thread-change.service.js';
import { ThreadLock } from './threads/thread-lock.service.js';
import { SharedLately } from './threads/shared-lately.js';
import { ShareProblemService } from './threads/share-problem.service.js';
import { ViewCounter } from './threads/view-counter.service.js';

const forOtherDomains = [
  BoardDesk,
  BoardRepository,
  CreateBoardService,
  DuplicateMarks,
  FollowRegrouping,
  ForumPresenter,
  HeldPlaces,
  HoldSuspiciousService,
  ImportThreadService,
  ChooseIndexingService,
  MarkPrivateOpinionService,
  MarkSolutionService,
  MergeThreads,
  PassageRemoval,
  PostAccess,
  PostRepository,
  PostTexts,
  PostVisibility,
  ProposeSolutionService,
  PublishHeldService,
  RecountForumService,
  VerifyForumCounters,
  RenewTextsService,
  ReplyService,
  SettleQuestionService,
  SettleTokens,
  SharedLately,
  ShareProblemService,
  SolutionProposalPresenter,
  SolutionProposalRepository,
  SplitOffThread,
  StartThreadService,
  TextSources,
  ThreadChange,
  ThreadLoader,
  ThreadLock,
  ThreadRepository,
  ViewCounter,
];

@Module({
  imports: [GroupsModule, LeakGuardModule, PseudonymsModule],
  controllers: [ForumFeedsController],
  providers: [
    ...forOtherDomains,
    BoardResolver,
    BoardSharePicture,
    BoardsInSitemap,
    DeletePostService,
    DuplicateRepository,
    DuplicateResolver,
    DuplicatesLoader,
    EditPostService,
    ForumPagesRepository,
    ForumPersonalData,
    HistoryResolver,
    MemberPostsResolver,
    NewestThreadLoader,
    PostsOfThreadLoader,
    OwnPersonasResolver,
    OwnPostsResolver,
    OwnStateResolver,
    PostFiles,
    PostHistory,
    PostResolver,
    PostRevisionRepository,
    PreviewResolver,
    RelatedThreads,
    SameProblemResolver,
    SettleQuestionResolver,
    SiteForumResolver,
    SolutionProposalResolver,
    SolutionProposals,
    TagsInSitemap,
    ThreadResolver,
    ThreadSharePicture,
    ThreadsInSitemap,
  ],
  exports: forOtherDomains,
})
export class ForumModule {}
