export {
  rewriteOldAddresses,
  findOldAddresses,
  parseOldAddress,
  parseOldPath,
  type OldAddress,
} from './convert/old-addresses.js';
export {
  UnreadableDumpError,
  type ImportProblem,
  type ImportProblemCode,
  type ReportProblem,
} from './dump/import-problem.js';
export type { AuthorNaming } from './plan/author-book.js';
export type {
  ExternalAuthorId,
  ExternalPostId,
  ImportPlan,
  ImportedAuthor,
  ImportedPost,
  ImportedThread,
  SourceCounts,
} from './plan/imported-thread.js';
export { planOnStartupsImport } from './onstartups/plan-onstartups-import.js';
export { planStackExchangeImport, type PlanOptions } from './plan/plan-import.js';
