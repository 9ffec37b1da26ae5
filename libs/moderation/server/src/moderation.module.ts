import { Module } from '@nestjs/common';
import { BlogModule } from '@kundig/blog/server';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { ArticleActs } from './audit/article-acts.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditSubjects } from './audit/audit-subjects.js';
import { BlogSubjects } from './audit/blog-subjects.js';
import { ForumSubjects } from './audit/forum-subjects.js';
import { GroupSubjects } from './audit/group-subjects.js';
import { VerifyAudit } from './audit/verify-audit.service.js';
import { CommentModerationResolver } from './comments/comment-moderation.resolver.js';
import { CommentHiding } from './comments/comment-hiding.js';
import { ModerateCommentService } from './comments/moderate-comment.service.js';
import { ReportCommentService } from './comments/report-comment.service.js';
import { ReportedCommentLoader } from './comments/reported-comment.loader.js';
import { AppointExpertService } from './experts/appoint-expert.service.js';
import { EndExpertService } from './experts/end-expert.service.js';
import { AuditResolver } from './graphql/audit.resolver.js';
import { AuditSubjectLoader } from './graphql/audit-subject.loader.js';
import { MeasuresLoader, ReportsOnLoader, SurroundingsLoader } from './graphql/report-case.loaders.js';
import { PostSurroundingsResolver } from './graphql/post-surroundings.resolver.js';
import { ReportCaseResolver } from './graphql/report-case.resolver.js';
import { DuplicateMarkResolver } from './graphql/duplicate-mark.resolver.js';
import { ExpertResolver } from './graphql/expert.resolver.js';
import { ProposalResolver } from './graphql/proposal.resolver.js';
import { ReportResolver } from './graphql/report.resolver.js';
import { HeldPostResolver } from './graphql/held-post.resolver.js';
import { DecideHeldService } from './held/decide-held.service.js';
import { HeldDesk } from './held/held-desk.js';
import { ReturnHeldPosts } from './held/return-held-posts.job.js';
import { WithdrawHeldService } from './held/withdraw-held.service.js';
import { MemberSuspensionResolver } from './graphql/member-suspension.resolver.js';
import { SuspensionResolver } from './graphql/suspension.resolver.js';
import { ReportedPostLoader } from './graphql/reported-post.loader.js';
import { RedactionResolver } from './graphql/redaction.resolver.js';
import { ThreadCareResolver } from './graphql/thread-care.resolver.js';
import { ViewerModerationResolver } from './graphql/viewer-moderation.resolver.js';
import { VisibilityResolver } from './graphql/visibility.resolver.js';
import { ModerationPersonalData } from './moderation.personal-data.js';
import { DecideObjectionService } from './objections/decide-objection.service.js';
import { DecidedObjections } from './objections/decided-objections.js';
import { ObjectionResolver } from './objections/objection.resolver.js';
import { ObjectionSettlement } from './objections/objection-settlement.js';
import { CommentObjectionResolver, PostObjectionResolver } from './objections/own-objection.resolvers.js';
import { ObjectionsAgainstLoader, OwnObjections } from './objections/own-objections.js';
import { OwnNames } from './objections/own-names.js';
import { RaiseObjectionService } from './objections/raise-objection.service.js';
import { ReopenObjectionService } from './objections/reopen-objection.service.js';
import { SecondModerators } from './objections/second-moderators.js';
import { DecideProposalService } from './proposals/decide-proposal.service.js';
import { DeskRedactor } from './redaction/desk-redactor.js';
import { RedactArticleService } from './redaction/redact-article.service.js';
import { RedactCommentService } from './redaction/redact-comment.service.js';
import { RedactPassageService } from './redaction/redact-passage.service.js';
import { DecidedReports } from './reports/decided-reports.js';
import { GiveBackReportService } from './reports/give-back-report.service.js';
import { ReopenReportService } from './reports/reopen-report.service.js';
import { ReportPostService } from './reports/report-post.service.js';
import { ReportedSubjects } from './reports/reported-subjects.js';
import { ResolveReportService } from './reports/resolve-report.service.js';
import { TakeReportService } from './reports/take-report.service.js';
import { AskForRevealService } from './reveals/ask-for-reveal.service.js';
import { PostRevealResolver, RevealResolver } from './reveals/reveal.resolver.js';
import { AuditRepository } from './storage/audit.repository.js';
import { HeldRepository } from './storage/held.repository.js';
import { ObjectionRepository } from './storage/objection.repository.js';
import { Deciders } from './desk/deciders.js';
import { Undecided } from './desk/undecided.js';
import { ReportFiling } from './reports/report-filing.js';
import { ReportRepository } from './storage/report.repository.js';
import { SuspensionRepository } from './storage/suspension.repository.js';
import { LiftSuspensionService } from './suspensions/lift-suspension.service.js';
import { SuspendService } from './suspensions/suspend.service.js';
import { SuspendedAuthors } from './suspensions/suspended-author.js';
import { ChangeKindService } from './threads/change-kind.service.js';
import { ModeratedThread } from './threads/moderated-thread.js';
import { MarkDuplicateService } from './threads/mark-duplicate.service.js';
import { MergeThreadService } from './threads/merge-thread.service.js';
import { MoveThreadService } from './threads/move-thread.service.js';
import { PinThreadService } from './threads/pin-thread.service.js';
import { RelabelThreadService } from './threads/relabel-thread.service.js';
import { SlowThreadService } from './threads/slow-thread.service.js';
import { SplitThreadService } from './threads/split-thread.service.js';
import { UnmarkDuplicateService } from './threads/unmark-duplicate.service.js';
import { HidePostService } from './visibility/hide-post.service.js';
import { LockThreadService } from './visibility/lock-thread.service.js';
import { PostHiding } from './visibility/post-hiding.js';
import { RestorePostService } from './visibility/restore-post.service.js';
import { AnswerNotifierService } from './unlawful/answer-notifier.service.js';
import { ContentAddresses } from './unlawful/content-addresses.js';
import { ContentNoticeRepository } from './unlawful/content-notice.repository.js';
import { DecideNoticeService } from './unlawful/decide-notice.service.js';
import { FileNoticeService } from './unlawful/file-notice.service.js';
import { NoticeTokens } from './unlawful/notice-tokens.js';
import { NoticeSubjectsLoader } from './unlawful/notice-subjects.loader.js';
import { NoticedContent } from './unlawful/noticed-content.js';
import { NoticedContentResolver, NoticedContentsResolver } from './unlawful/noticed-content.resolver.js';
import { NoticeResolver } from './unlawful/notice.resolver.js';
import { NotifierNameLoader } from './unlawful/notifier-name.loader.js';
import { ReopenNoticeService } from './unlawful/reopen-notice.service.js';
import { ShownContent } from './unlawful/shown-content.js';

const forOtherDomains = [
  AppointExpertService,
  EndExpertService,
  AskForRevealService,
  AuditLog,
  AuditSubjects,
  ChangeKindService,
  DecideNoticeService,
  DecideObjectionService,
  DecidedObjections,
  DecidedReports,
  FileNoticeService,
  GiveBackReportService,
  DecideProposalService,
  HidePostService,
  LockThreadService,
  ModerateCommentService,
  ReportCommentService,
  MarkDuplicateService,
  MergeThreadService,
  MoveThreadService,
  PinThreadService,
  RaiseObjectionService,
  RedactArticleService,
  RedactCommentService,
  RedactPassageService,
  RelabelThreadService,
  ReopenNoticeService,
  ReopenObjectionService,
  ReopenReportService,
  ReportPostService,
  ResolveReportService,
  RestorePostService,
  DecideHeldService,
  Undecided,
  WithdrawHeldService,
  LiftSuspensionService,
  SlowThreadService,
  TakeReportService,
  SuspendService,
  SuspensionRepository,
  SplitThreadService,
  UnmarkDuplicateService,
  VerifyAudit,
];

@Module({
  imports: [BlogModule, ForumModule, GroupsModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    AnswerNotifierService,
    AuditRepository,
    AuditResolver,
    AuditSubjectLoader,
    ArticleActs,
    BlogSubjects,
    ForumSubjects,
    GroupSubjects,
    ExpertResolver,
    CommentModerationResolver,
    ContentAddresses,
    ContentNoticeRepository,
    Deciders,
    DuplicateMarkResolver,
    ReportFiling,
    CommentHiding,
    MeasuresLoader,
    DeskRedactor,
    ModeratedThread,
    ModerationPersonalData,
    NoticedContent,
    NoticedContentResolver,
    NoticedContentsResolver,
    NoticeSubjectsLoader,
    ShownContent,
    NoticeResolver,
    NoticeTokens,
    NotifierNameLoader,
    CommentObjectionResolver,
    ObjectionRepository,
    ObjectionResolver,
    ObjectionSettlement,
    ObjectionsAgainstLoader,
    OwnNames,
    OwnObjections,
    PostHiding,
    PostObjectionResolver,
    ProposalResolver,
    ReportedCommentLoader,
    RedactionResolver,
    ReportedPostLoader,
    ReportCaseResolver,
    ReportRepository,
    ReportResolver,
    ReportedSubjects,
    ReportsOnLoader,
    ReturnHeldPosts,
    PostRevealResolver,
    PostSurroundingsResolver,
    RevealResolver,
    SecondModerators,
    SurroundingsLoader,
    SuspendedAuthors,
    HeldDesk,
    HeldPostResolver,
    HeldRepository,
    MemberSuspensionResolver,
    SuspensionResolver,
    ThreadCareResolver,
    ViewerModerationResolver,
    VisibilityResolver,
  ],
  exports: forOtherDomains,
})
export class ModerationModule {}
