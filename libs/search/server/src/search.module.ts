import { Module } from '@nestjs/common';
import { BlogModule } from '@kundig/blog/server';
import { ForumModule } from '@kundig/forum/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { ArticleDocumentRepository } from './articles/article-document.repository.js';
import { SearchArticleRedactor } from './articles/article-redactor.js';
import { KeepArticlesCurrent } from './articles/keep-articles-current.js';
import { SearchEngine } from './engine/search-engine.js';
import { SearchResolver } from './graphql/search.resolver.js';
import { SuggestionResolver } from './graphql/suggestion.resolver.js';
import { CountWords } from './index/count-words.job.js';
import { DocumentFactory } from './index/document-factory.js';
import { KeepSearchCurrent } from './index/keep-search-current.js';
import { IndexPosts } from './index/index-posts.service.js';
import { RebuildRepository } from './index/rebuild.repository.js';
import { ReindexSearch } from './index/reindex-search.service.js';
import { SearchRedactor } from './index/search-redactor.js';
import { VerifySearch } from './index/verify-search.service.js';
import { FindNames } from './names/find-names.service.js';
import { NameRepository } from './names/name.repository.js';
import { DocumentRepository } from './postgres/document.repository.js';
import { PostgresSearchEngine } from './postgres/postgres-search-engine.js';
import { FrequencyRepository } from './postgres/frequency.repository.js';
import { RankingRepository } from './postgres/ranking.repository.js';
import { SuggestionRepository } from './postgres/suggestion.repository.js';
import { WordRepository } from './postgres/word.repository.js';
import { SearchCommunity } from './search-community.service.js';
import { SearchPersonalData } from './search.personal-data.js';
import { SuggestWhileTyping } from './suggestions/suggest-while-typing.service.js';

const forOtherDomains = [IndexPosts, ReindexSearch, SearchCommunity, SuggestWhileTyping, VerifySearch];

@Module({
  imports: [BlogModule, ForumModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    ArticleDocumentRepository,
    CountWords,
    DocumentFactory,
    DocumentRepository,
    FindNames,
    FrequencyRepository,
    KeepArticlesCurrent,
    KeepSearchCurrent,
    NameRepository,
    RankingRepository,
    RebuildRepository,
    SearchPersonalData,
    SearchArticleRedactor,
    SearchRedactor,
    SearchResolver,
    SuggestionRepository,
    SuggestionResolver,
    WordRepository,
    { provide: SearchEngine, useClass: PostgresSearchEngine },
  ],
  exports: forOtherDomains,
})
export class SearchModule {}
