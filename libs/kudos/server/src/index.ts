import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { ThankArticleService, type ThankForBlog } from './articles/thank-article.service.js';
export { GiveKudosService } from './give-kudos.service.js';
export { AnswerHelpedService } from './helped/answer-helped.service.js';
export type { HelpedAnswer } from './helped/helped.repository.js';
export { KudosChanged } from './kudos.events.js';
export { KudosModule } from './kudos.module.js';
export { KudosPersonalData } from './kudos.personal-data.js';
export { kudosPolicy } from './kudos.policy.js';
export { CreateKudos1795000050000 } from './migrations/1795000050000-create-kudos.js';
export { CreateArticleKudos1795000242000 } from './migrations/1795000242000-create-article-kudos.js';
export { CREDIT_DELAY_DAYS, CreditPersonasJob } from './personas/credit-personas.job.js';
export { CreateMemberCredit1795000551001 } from './migrations/1795000551001-create-member-credit.js';
export { CountHelped1795000233000 } from './migrations/1795000233000-count-helped.js';
export { RecountKudos } from './recount-kudos.service.js';
export { VerifyKudosCounters } from './verify-kudos-counters.service.js';
export { KudosRepository, type KudosSummary } from './storage/kudos.repository.js';
export { WithdrawKudosService } from './withdraw-kudos.service.js';

/** Server-side texts about kudos. */
export const kudosTexts: LocaleTexts = { de, en };
