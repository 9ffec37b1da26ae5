import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { LeakAnswerEnum, leakAnswerSchema, type LeakAnswer } from './leak-answer.js';
export { LeakGuardModule } from './leak-guard.module.js';
export { LeakQuestion } from './leak-question.service.js';

/** Server-side texts about what may tell who wrote something. */
export const leakGuardTexts: LocaleTexts = { de, en };
