import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export {
  SearchEngine,
  type EngineFilter,
  type EngineHit,
  type EngineQuery,
  type EngineResult,
  type EngineTyping,
  type SearchDocument,
  type StoredDigest,
  type ThreadFacts,
} from './engine/search-engine.js';
export type { OnProgress, Progress } from './index/batches.js';
export { IndexPosts, type PostPlace } from './index/index-posts.service.js';
export { ReindexSearch, type ReindexReport } from './index/reindex-search.service.js';
export { VerifySearch, type SearchDifference, type VerifyReport } from './index/verify-search.service.js';
export { CreateHelpPages1795000575000 } from './migrations/1795000575000-create-help-pages.js';
export { CreateSynonyms1795000572001 } from './migrations/1795000572001-create-synonyms.js';
export { LookAtTheNewestFirst1795000577000 } from './migrations/1795000577000-look-at-the-newest-first.js';
export { KeepWordsWithTheirPost1795000577100 } from './migrations/1795000577100-keep-words-with-their-post.js';
export { LogSearches1795000572000 } from './migrations/1795000572000-log-searches.js';
export {
  VerifyMirror,
  type MirrorDifference,
  type MirrorState,
} from './meilisearch/verify-mirror.service.js';
export { CountWords1795000550000 } from './migrations/1795000550000-count-words.js';
export { LookWordsUpByTheirBeginning1795000550001 } from './migrations/1795000550001-look-words-up-by-their-beginning.js';
export { IndexArticles1795000244000 } from './migrations/1795000244000-index-articles.js';
export { MarkSingleWords1795000410000 } from './migrations/1795000410000-mark-single-words.js';
export { MirrorDocuments1795000571000 } from './migrations/1795000571000-mirror-documents.js';
export { FindNames1795000483000 } from './migrations/1795000483000-find-names.js';
export { KeepPendingListsShort1795000492000 } from './migrations/1795000492000-keep-pending-lists-short.js';
export { AddSameProblems1795000232000 } from './migrations/1795000232000-add-same-problems.js';
export { CreateSearch1795000070000 } from './migrations/1795000070000-create-search.js';
export { LogOpening } from './query-log/log-opening.service.js';
export { PostgresSearchEngine } from './postgres/postgres-search-engine.js';
export {
  SearchCommunity,
  type FoundArticle,
  type FoundThread,
  type SearchFilter,
  type SearchOutcome,
  type SearchRequest,
} from './search-community.service.js';
export { SEARCH_LIMITS } from './search.limits.js';
export { SearchModule } from './search.module.js';
export { SuggestWhileTyping, type Typing } from './suggestions/suggest-while-typing.service.js';
export { SUGGESTION_LIMITS, type Suggestion } from './suggestions/suggestion.js';

/** Server-side texts of the search. */
export const searchTexts: LocaleTexts = { de, du, en };
