export { searchMessages } from './messages.js';
export { SearchField } from './SearchField.js';
