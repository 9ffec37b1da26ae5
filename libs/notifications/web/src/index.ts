export { notificationsMessages } from './messages.js';
