export { RollUpCreditsService } from './credits/roll-up-credits.service.js';
export { MeritsModule } from './merits.module.js';
export { CreateMerits1795000234000 } from './migrations/1795000234000-create-merits.js';
export { ChooseAbsenceService } from './ranking/choose-absence.service.js';
export { RankingsService, type Ranking, type RankingPeriod } from './ranking/rankings.service.js';
