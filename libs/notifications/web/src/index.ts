export { MailSetupFacts, SendTestMailForm } from './MailSetup.js';
export { FollowBoardForms, FollowTagForms } from './FollowForms.js';
export { MailChoicesForm } from './MailChoicesForm.js';
export { notificationsMessages } from './messages.js';
export { MarkAllReadForm, NoticeList } from './NoticeList.js';
export { OutboxList } from './OutboxList.js';
export { SeenLetter } from './SeenLetter.js';
export { WayOutForms } from './WayOutForms.js';
export { useMarkDeskRead } from './use-mark-desk-read.js';
