export { KudosButton } from './KudosButton.js';
export { kudosMessages } from './messages.js';
