import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { OldAddresses } from './addresses/old-addresses.service.js';
export {
  linkTo,
  rewriteOldAddresses,
  findOldAddresses,
  parseOldAddress,
  parseOldPath,
  type NewPlace,
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
export { ImporterModule } from './importer.module.js';
export { CreateImporter1795000100000 } from './migrations/1795000100000-create-importer.js';
export { CreateRedirect1795000574000 } from './migrations/1795000574000-create-redirect.js';
export { ExportRedirectsService } from './redirects/export-redirects.service.js';
export {
  ImportRedirectsService,
  type ImportRedirects,
  type RedirectChanges,
} from './redirects/import-redirects.service.js';
export { REDIRECT_FAULTS, type RedirectFault } from './redirects/redirect-file.js';
export {
  BoardHoldsAnotherImport,
  ImportCommunityService,
  type ImportCommunity,
  type ImportOutcome,
  type ImportPhase,
} from './run/import-community.service.js';

/** Server-side texts of the importer. */
export const importerTexts: LocaleTexts = { de, en };
