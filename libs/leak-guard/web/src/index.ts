export { LeakGuard } from './LeakGuard.js';
export { leakGuardMessages } from './messages.js';
export { LeakCountTable } from './settings/LeakCountTable.js';
export { LeakGuardSettingsForm } from './settings/LeakGuardSettingsForm.js';
