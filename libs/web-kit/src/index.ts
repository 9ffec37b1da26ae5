export * from './data/client.js';
export * from './data/page-answers.js';
export * from './form/Button.js';
export * from './form/client-key.js';
export * from './form/fields.js';
export { formStyles } from './form/form-styles.js';
export {
  FormContext,
  FormFields,
  useField,
  useFormState,
  type FormCheck,
  type FormProblem,
} from './form/form-state.js';
export * from './form/MutationForm.js';
export * from './form/ToggleForm.js';
export { Trap } from './form/Trap.js';
export * from './icons.js';
export * from './messages/messages.js';
export * from './messages/use-messages.js';
export * from './page/page-contract.js';
export * from './page/page-navigator.js';
export * from './page/page-runtime.js';
export * from './page/use-page-query.js';
export * from './parts/Avatar.js';
export * from './parts/Breadcrumb.js';
export * from './parts/Callout.js';
export * from './parts/Facts.js';
export * from './parts/layout.js';
export * from './parts/Link.js';
export * from './parts/Menu.js';
export * from './parts/PageFrame.js';
export * from './parts/Pagination.js';
export * from './parts/Prose.js';
export * from './parts/SegmentedLinks.js';
export * from './parts/Sheet.js';
export * from './parts/StateMark.js';
export * from './parts/states.js';
export * from './parts/StatusMarks.js';
export * from './parts/Tags.js';
export * from './parts/TextChanges.js';
export * from './parts/TextFooter.js';
export { writeMonth, writeVersion } from './parts/dates.js';
export * from './parts/TimeText.js';
export * from './parts/TitleText.js';
export { kitMessages } from './messages/kit-messages.js';
