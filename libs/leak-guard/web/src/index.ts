export { LeakGuard } from './LeakGuard.js';
export { leakGuardMessages } from './messages.js';
export { LeakCountTable } from './settings/LeakCountTable.js';
export { LeakRescan } from './settings/LeakRescan.js';
export { LeakGuardSettingsForm } from './settings/LeakGuardSettingsForm.js';
