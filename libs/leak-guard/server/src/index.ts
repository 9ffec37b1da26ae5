import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { leakAnswers, LeakAnswersInput, type LeakAnswer } from './leak-answer.js';
export { LeakKindEnum } from './leak-kind.enum.js';
export { LeakGuardModule } from './leak-guard.module.js';
export { LeakQuestion } from './leak-question.service.js';
export { OperatorGuard, type OperatorGuardSettings } from './operator-guard.js';

/** Server-side texts about what may tell who wrote something. */
export const leakGuardTexts: LocaleTexts = { de, en };
