export { moderationMessages } from './messages.js';
