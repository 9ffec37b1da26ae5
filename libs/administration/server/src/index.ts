import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { AdministrationModule } from './administration.module.js';
export { AddBoardService, type AddBoard } from './boards/add-board.service.js';
export { ChangeBoardService, type ChangeBoard } from './boards/change-board.service.js';
export { CloseBoardService } from './boards/close-board.service.js';
export { PlaceBoardService } from './boards/place-board.service.js';
export { QuestionFieldsService, type SaveQuestionField } from './boards/question-fields.service.js';

/** Server-side texts of the administration. */
export const administrationTexts: LocaleTexts = { de, en };
