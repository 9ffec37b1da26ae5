export { faqMessages } from './messages.js';
