import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import { FaqApproval } from './storage/faq-approval.entity.js';
import { FaqEntry } from './storage/faq-entry.entity.js';
import { FaqRelease } from './storage/faq-release.entity.js';
import { FaqRevision } from './storage/faq-revision.entity.js';

export { EditEntryService, type EditEntry } from './entries/edit-entry.service.js';
export { ProposeEntryService, type ProposeEntry } from './entries/propose-entry.service.js';
export { ReleaseEntryService, type ReleaseEntry } from './entries/release-entry.service.js';
export { WithdrawEntryService } from './entries/withdraw-entry.service.js';
export { ExportFaq, type ExportFaqOptions, type ExportProgress } from './export/export-faq.service.js';
export { FAQ_LIMITS } from './faq.limits.js';
export { FaqModule } from './faq.module.js';
export { CreateFaq1795000080000 } from './migrations/1795000080000-create-faq.js';
export { LetPassagesBeRedacted1795000253000 } from './migrations/1795000253000-let-passages-be-redacted.js';
export { FaqRelease, type ReleasedFile } from './storage/faq-release.entity.js';
export { faqPolicy } from './faq.policy.js';

export const faqEntities = [FaqEntry, FaqRevision, FaqApproval, FaqRelease];

/** Tables in which no role may change or delete a row. */
export const faqInsertOnlyTables = ['faq.revision', 'faq.approval'];

/** Server-side texts of the FAQ. */
export const faqTexts: LocaleTexts = { de, du, en };
