import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { AuditLog } from './audit/audit-log.js';
export { AuditSubjects } from './audit/audit-subjects.js';
export { VerifyAudit } from './audit/verify-audit.service.js';
export { ModerateCommentService, type ModerateComment } from './comments/moderate-comment.service.js';
export { ReportCommentService, type ReportComment } from './comments/report-comment.service.js';
export { CreateCommentReports1795000243000 } from './migrations/1795000243000-create-comment-reports.js';
export { CreateContentNotice1795000310002 } from './migrations/1795000310002-create-content-notice.js';
export { JoinReports1795000310000 } from './migrations/1795000310000-join-reports.js';
export { CreateSuspension1795000300001 } from './migrations/1795000300001-create-suspension.js';
export type { AuditAction, AuditSubject } from './storage/audit.repository.js';
export { Undecided } from './desk/undecided.js';
export type { HeldItem } from './held/held-desk.js';
export { AppointExpertService, type AppointExpert } from './experts/appoint-expert.service.js';
export { EndExpertService } from './experts/end-expert.service.js';
export { LetReasonsBeRedacted1795000320003 } from './migrations/1795000320003-let-reasons-be-redacted.js';
export { CreateModeration1795000060000 } from './migrations/1795000060000-create-moderation.js';
export { CreateObjection1795000380000 } from './migrations/1795000380000-create-objection.js';
export { LetObjectionsReopen1795000486000 } from './migrations/1795000486000-let-objections-reopen.js';
export { NoteWhatNoticesHid1795000380001 } from './migrations/1795000380001-note-what-notices-hid.js';
export * from './moderation.events.js';
export { MODERATION_LIMITS } from './moderation.limits.js';
export { ModerationModule } from './moderation.module.js';
export { ModerationPersonalData } from './moderation.personal-data.js';
export { DecideObjectionService, type DecideObjection } from './objections/decide-objection.service.js';
export { DecidedObjections } from './objections/decided-objections.js';
export { RaiseObjectionService, type RaiseObjection } from './objections/raise-objection.service.js';
export { ReopenObjectionService, type ReopenObjection } from './objections/reopen-objection.service.js';
export { DecideProposalService } from './proposals/decide-proposal.service.js';
export { RedactArticleService, type RedactArticle } from './redaction/redact-article.service.js';
export { RedactCommentService, type RedactComment } from './redaction/redact-comment.service.js';
export { RedactPassageService, type RedactPassage } from './redaction/redact-passage.service.js';
export { AskForRevealService, type AskForReveal } from './reveals/ask-for-reveal.service.js';
export { DecidedReports } from './reports/decided-reports.js';
export { GiveBackReportService } from './reports/give-back-report.service.js';
export { ReopenReportService } from './reports/reopen-report.service.js';
export { ReportPostService, type ReportPost } from './reports/report-post.service.js';
export { ResolveReportService, type ResolveReport } from './reports/resolve-report.service.js';
export { TakeReportService, type TakeReport } from './reports/take-report.service.js';
export type { Objection, ObjectionDecision } from './storage/objection.repository.js';
export {
  suspendedSql,
  SuspensionRepository,
  type AuthorSuspension,
} from './storage/suspension.repository.js';
export { DecideHeldService } from './held/decide-held.service.js';
export { LiftSuspensionService } from './suspensions/lift-suspension.service.js';
export { SuspendService } from './suspensions/suspend.service.js';
export type { AuthorNamed } from './suspensions/suspended-author.js';
export { ChangeKindService, type ChangeKind } from './threads/change-kind.service.js';
export type { ThreadToModerate } from './threads/moderated-thread.js';
export { MergeThreadService, type MergeThread } from './threads/merge-thread.service.js';
export { MoveThreadService, type MoveThread } from './threads/move-thread.service.js';
export { PinThreadService } from './threads/pin-thread.service.js';
export { RelabelThreadService, type RelabelThread } from './threads/relabel-thread.service.js';
export { SlowThreadService, type SlowThread } from './threads/slow-thread.service.js';
export { DecideNoticeService, type DecideNotice } from './unlawful/decide-notice.service.js';
export { FileNoticeService, type FileNotice } from './unlawful/file-notice.service.js';
export { ReopenNoticeService } from './unlawful/reopen-notice.service.js';
export { SplitThreadService, type SplitThread } from './threads/split-thread.service.js';
export { HidePostService, type ModeratePost } from './visibility/hide-post.service.js';
export { LockThreadService, type ModerateThread } from './visibility/lock-thread.service.js';
export { RestorePostService } from './visibility/restore-post.service.js';

/** Server-side texts of moderation. */
export const moderationTexts: LocaleTexts = { de, du, en };

/** Tables of this domain in which no row may ever be changed or removed. */
export const moderationInsertOnlyTables = ['moderation.audit_entry'];
