import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { CreditRepository } from './credits/credit.repository.js';
import { RollUpCreditsService } from './credits/roll-up-credits.service.js';
import { RankingResolver } from './graphql/ranking.resolver.js';
import { MeritsPersonalData } from './merits.personal-data.js';
import { ChooseAbsenceService } from './ranking/choose-absence.service.js';
import { RankingRepository } from './ranking/ranking.repository.js';
import { RankingsService } from './ranking/rankings.service.js';

/** Who helps most. */
@Module({
  imports: [ForumModule, PseudonymsModule],
  providers: [
    ChooseAbsenceService,
    CreditRepository,
    MeritsPersonalData,
    RankingRepository,
    RankingResolver,
    RankingsService,
    RollUpCreditsService,
  ],
})
export class MeritsModule {}
