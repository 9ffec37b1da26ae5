import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { CandidateRepository } from './candidates/candidate.repository.js';
import { EditEntryService } from './entries/edit-entry.service.js';
import { AnswersOfEntries } from './entries/answers-of-entries.js';
import { EntriesInSitemap } from './entries/entries-in-sitemap.js';
import { EntrySharePicture } from './entries/entry-share-picture.js';
import { EntryTexts } from './entries/entry-texts.js';
import { FaqRedactor } from './entries/faq-redactor.js';
import { FollowSourceService } from './entries/follow-source.service.js';
import { ProposeEntryService } from './entries/propose-entry.service.js';
import { ReleaseEntryService } from './entries/release-entry.service.js';
import { WithdrawEntryService } from './entries/withdraw-entry.service.js';
import { Withdrawal } from './entries/withdrawal.js';
import { ExportFaq } from './export/export-faq.service.js';
import { FaqExportController } from './export/export.controller.js';
import { FaqPersonalData } from './faq.personal-data.js';
import { FaqDeskResolver } from './graphql/faq-desk.resolver.js';
import { FaqEntryResolver, FaqViewerResolver } from './graphql/faq-entry.resolver.js';
import { FaqEntryRepository } from './storage/faq-entry.repository.js';
import { FaqReleaseRepository } from './storage/faq-release.repository.js';

/** From solved threads to reviewed answers to files for the website of the company. */
@Module({
  imports: [ForumModule, LeakGuardModule, PseudonymsModule],
  controllers: [FaqExportController],
  providers: [
    AnswersOfEntries,
    CandidateRepository,
    EditEntryService,
    EntriesInSitemap,
    EntrySharePicture,
    EntryTexts,
    ExportFaq,
    FaqDeskResolver,
    FaqEntryRepository,
    FaqEntryResolver,
    FaqPersonalData,
    FaqRedactor,
    FaqReleaseRepository,
    FaqViewerResolver,
    FollowSourceService,
    ProposeEntryService,
    ReleaseEntryService,
    Withdrawal,
    WithdrawEntryService,
  ],
  exports: [EditEntryService, ExportFaq, ProposeEntryService, ReleaseEntryService, WithdrawEntryService],
})
export class FaqModule {}
