export { LeakGuard } from './LeakGuard.js';
export { leakGuardMessages } from './messages.js';
