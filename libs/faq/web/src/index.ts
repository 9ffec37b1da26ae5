export { FaqCandidates } from './FaqCandidates.js';
export { FaqEntryEditor } from './FaqEntryEditor.js';
export { FaqList } from './FaqList.js';
export { FaqReleases } from './FaqReleases.js';
export { faqMessages } from './messages.js';
