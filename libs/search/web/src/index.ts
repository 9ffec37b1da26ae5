export { searchMessages } from './messages.js';
export { SEARCH_FIELD, SearchField } from './field/SearchField.js';
export { SearchFilters } from './SearchFilters.js';
export { SearchOperators } from './SearchOperators.js';
export { SearchHits } from './SearchHits.js';
export { ArticleHits } from './ArticleHits.js';
export { NamedBoards } from './NamedBoards.js';
export { NamedMembers } from './NamedMembers.js';
