export { forumMessages } from './messages.js';
