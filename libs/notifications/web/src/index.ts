export { notificationsMessages } from './messages.js';
export { OutboxList } from './OutboxList.js';
export { UnsubscribeForm } from './UnsubscribeForm.js';
