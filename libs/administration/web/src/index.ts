export { BoardFactsForm } from './boards/BoardFactsForm.js';
export { BoardOrder } from './boards/BoardOrder.js';
export { CloseBoardForm } from './boards/CloseBoardForm.js';
export { QuestionFieldForms } from './boards/QuestionFieldForms.js';
export { administrationMessages } from './messages.js';
