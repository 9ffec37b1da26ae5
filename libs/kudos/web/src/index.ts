export { kudosMessages } from './messages.js';
