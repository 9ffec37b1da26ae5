import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import { Board } from './storage/board.entity.js';
import { PostRevision } from './storage/post-revision.entity.js';
import { Post } from './storage/post.entity.js';
import { Thread } from './storage/thread.entity.js';

export { BoardDesk, type BoardFacts } from './boards/board-desk.js';
export type { BoardPlace } from './boards/board-tree.js';
export { CreateBoardService, type CreateBoard } from './boards/create-board.service.js';
export { RecountForumService, type Miscounted } from './boards/recount-forum.service.js';
export { VerifyForumCounters, type WrongCounters } from './boards/verify-forum-counters.service.js';
export * from './forum.events.js';
export { FORUM_LIMITS } from './forum.limits.js';
export { ForumModule } from './forum.module.js';
export { ForumPersonalData } from './forum.personal-data.js';
export { forumPolicy, type ThreadInBoard } from './forum.policy.js';
export { BoardObject, boardPath } from './graphql/board.object.js';
export { LocaleEnum, ThreadKindEnum, ThreadStateEnum } from './graphql/forum.enums.js';
export {
  PostInput,
  postSchema,
  StartThreadInput,
  startThreadSchema,
  tagsSchema,
  titleSchema,
} from './graphql/forum.inputs.js';
export { HeldPlaces, type HeldPost } from './screening/held-places.js';
export { HoldSuspiciousService } from './screening/hold-suspicious.service.js';
export { PublishHeldService } from './screening/publish-held.service.js';
export { ThreadLoader } from './graphql/forum.loaders.js';
export { ForumPresenter } from './graphql/forum.presenter.js';
export { ImportSource } from './graphql/import-source.object.js';
export { OwnPersona } from './graphql/own-persona.object.js';
export { pageOfPosition, PostObject, PostStub } from './graphql/post.object.js';
export { ThreadDetailObject, ThreadObject, threadPath } from './graphql/thread.object.js';
export { AddMentions1795000221000 } from './migrations/1795000221000-add-mentions.js';
export { CountThreadsOfBoards1795000130000 } from './migrations/1795000130000-count-threads-of-boards.js';
export { LetThreadsStayUnindexed1795000530000 } from './migrations/1795000530000-let-threads-stay-unindexed.js';
export { AddSlowMode1795000250000 } from './migrations/1795000250000-add-slow-mode.js';
export { KeepRevisions1795000252000 } from './migrations/1795000252000-keep-revisions.js';
export { MarkPrivateOpinions1795000360003 } from './migrations/1795000360003-mark-private-opinions.js';
export { CreateForum1795000040000 } from './migrations/1795000040000-create-forum.js';
export { AskAskers1795000235000 } from './migrations/1795000235000-ask-askers.js';
export { CountPostsByIndex1795000455000 } from './migrations/1795000455000-count-posts-by-index.js';
export { CountSameProblems1795000231000 } from './migrations/1795000231000-count-same-problems.js';
export { KnowWhoSolved1795000350002 } from './migrations/1795000350002-know-who-solved.js';
export { CreateSolutionProposal1795000350004 } from './migrations/1795000350004-create-solution-proposal.js';
export { SayWhyASolutionIsProposed1795000370401 } from './migrations/1795000370401-say-why-a-solution-is-proposed.js';
export { LetThreadsBeDuplicates1795000573000 } from './migrations/1795000573000-let-threads-be-duplicates.js';
export { LetThreadsMerge1795000320000 } from './migrations/1795000320000-let-threads-merge.js';
export { ShapeBoards1795000260000 } from './migrations/1795000260000-shape-boards.js';
export { DeletePostService } from './posts/delete-post.service.js';
export { EditPostService, type EditPost } from './posts/edit-post.service.js';
export { ChooseIndexingService } from './threads/choose-indexing.service.js';
export { MarkPrivateOpinionService } from './posts/mark-private-opinion.service.js';
export { MarkSolutionService } from './posts/mark-solution.service.js';
export { PassageRemoval } from './posts/passage-removal.service.js';
export { PostAccess, type PostInThread } from './posts/post-access.service.js';
export { PostTexts, type PostText } from './posts/post-text.service.js';
export { PostVisibility } from './posts/post-visibility.service.js';
export { ReplyService, type Reply } from './posts/reply.service.js';
export {
  licenceUrl,
  TextSources,
  type SourceBook,
  type SourcedText,
  type TextSource,
} from './sources/text-sources.js';
export { Board, type QuestionField } from './storage/board.entity.js';
export { SettleQuestionService, type Settlement } from './settling/settle-question.service.js';
export { ProposeSolutionService } from './settling/propose-solution.service.js';
export { SolutionProposalObject } from './graphql/solution-proposal.object.js';
export { SolutionProposalPresenter } from './graphql/solution-proposal.presenter.js';
export { SolutionProposalRepository, type SolutionProposal } from './storage/solution-proposal.repository.js';
export { SettleTokens } from './settling/settle-tokens.js';
export { BoardRepository, type KnownBoard } from './storage/board.repository.js';
export { Post } from './storage/post.entity.js';
export { PostRepository, type PostPlaceInOrder } from './storage/post.repository.js';
export { isStanding, Thread, type ThreadDetail } from './storage/thread.entity.js';
export { ThreadRepository } from './storage/thread.repository.js';
export {
  ImportThreadService,
  TITLE_LIMIT,
  type PostToImport,
  type ThreadToImport,
} from './threads/import-thread.service.js';
export { RenewTextsService, type RenewedText } from './threads/renew-texts.service.js';
export { StartThreadService, type StartThread } from './threads/start-thread.service.js';
export { SharedLately, type SharedQuestion } from './threads/shared-lately.js';
export { ShareProblemService } from './threads/share-problem.service.js';
export { FollowRegrouping } from './threads/follow-regrouping.js';
export { DuplicateMarks, type MarkedPair } from './threads/duplicate-marks.service.js';
export { MergeThreads } from './threads/merge-threads.service.js';
export { SplitOffThread, type NewPart } from './threads/split-off-thread.service.js';
export { threadDetailsOf, type GivenDetails } from './threads/thread-details.js';
export { ThreadChange, type ThreadFacts } from './threads/thread-change.service.js';
export { ThreadLock } from './threads/thread-lock.service.js';
export { ViewCounter } from './threads/view-counter.service.js';
export { onlyListedThreads, onlyReadableBoards, PUBLIC_POST_SQL, readableBoardsSql } from './visibility.js';

export const forumEntities = [Board, Thread, Post, PostRevision];

/** Server-side texts of the forum. */
export const forumTexts: LocaleTexts = { de, du, en };
