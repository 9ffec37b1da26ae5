export { AuditTable } from './AuditTable.js';
export { LockThreadForm } from './LockThreadForm.js';
export { moderationMessages } from './messages.js';
export { ModeratePostForm } from './ModeratePostForm.js';
export { ReportForm } from './ReportForm.js';
export { ReportItem } from './ReportItem.js';
