import { Module } from '@nestjs/common';
import { BlogModule } from '@kundig/blog/server';
import { ForumModule } from '@kundig/forum/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { ArticleDocumentRepository } from './articles/article-document.repository.js';
import { SearchArticleRedactor } from './articles/article-redactor.js';
import { KeepArticlesCurrent } from './articles/keep-articles-current.js';
import { SearchEngine } from './engine/search-engine.js';
import { HelpPageResolver } from './graphql/help-page.resolver.js';
import { SearchDeskResolver, SearchViewerResolver } from './graphql/search-desk.resolver.js';
import { SearchResolver } from './graphql/search.resolver.js';
import { SynonymDeskResolver } from './graphql/synonym-desk.resolver.js';
import { SuggestionResolver } from './graphql/suggestion.resolver.js';
import { FetchHelpPages } from './help-pages/fetch-help-pages.job.js';
import { FetchHelpPagesNowService } from './help-pages/fetch-help-pages-now.service.js';
import { HelpPageRepository } from './help-pages/help-page.repository.js';
import { ListingReader } from './help-pages/listing-reader.js';
import { PageReader } from './help-pages/page-reader.js';
import { SaveHelpSourcesService } from './help-pages/save-help-sources.service.js';
import { CountWords } from './index/count-words.job.js';
import { DocumentFactory } from './index/document-factory.js';
import { KeepSearchCurrent } from './index/keep-search-current.js';
import { IndexPosts } from './index/index-posts.service.js';
import { RebuildRepository } from './index/rebuild.repository.js';
import { ReindexSearch } from './index/reindex-search.service.js';
import { SearchRedactor } from './index/search-redactor.js';
import { VerifySearch } from './index/verify-search.service.js';
import { MarkMissedSearchService } from './missed/mark-missed-search.service.js';
import { MissedSearchRepository } from './missed/missed-search.repository.js';
import { BuildMirror } from './meilisearch/build-mirror.service.js';
import { Circuit } from './meilisearch/circuit.js';
import { FollowDocuments } from './meilisearch/follow-documents.service.js';
import { KeepMirror } from './meilisearch/keep-mirror.job.js';
import { MeilisearchSearch } from './meilisearch/meilisearch-search.js';
import { MeilisearchServer } from './meilisearch/meilisearch-server.js';
import { MirrorRepository } from './meilisearch/mirror.repository.js';
import { MirroredSearchEngine } from './meilisearch/mirrored-search-engine.js';
import { VerifyMirror } from './meilisearch/verify-mirror.service.js';
import { FindNames } from './names/find-names.service.js';
import { NameRepository } from './names/name.repository.js';
import { DocumentRepository } from './postgres/document.repository.js';
import { PostgresSearchEngine } from './postgres/postgres-search-engine.js';
import { FrequencyRepository } from './postgres/frequency.repository.js';
import { RankingRepository } from './postgres/ranking.repository.js';
import { SuggestionRepository } from './postgres/suggestion.repository.js';
import { WordRepository } from './postgres/word.repository.js';
import { ForgetSearches } from './query-log/forget-searches.job.js';
import { KeptWords } from './query-log/kept-words.js';
import { LogOpening } from './query-log/log-opening.service.js';
import { LogSearch } from './query-log/log-search.service.js';
import { QueryLogRepository } from './query-log/query-log.repository.js';
import { VisitorMarks } from './query-log/visitor-marks.js';
import { RecommendAnswerService } from './recommended/recommend-answer.service.js';
import { RecommendationRepository } from './recommended/recommendation.repository.js';
import { RecommendedAnswers } from './recommended/recommended-answers.js';
import { WithdrawRecommendationService } from './recommended/withdraw-recommendation.service.js';
import { SearchCommunity } from './search-community.service.js';
import { ExpandTerms } from './synonyms/expand-terms.js';
import { PreviewSynonyms } from './synonyms/preview-synonyms.service.js';
import { RemoveSynonymsService } from './synonyms/remove-synonyms.service.js';
import { SaveSynonymsService } from './synonyms/save-synonyms.service.js';
import { SynonymRepository } from './synonyms/synonym.repository.js';
import { WrittenSynonyms } from './synonyms/written-synonyms.js';
import { SearchPersonalData } from './search.personal-data.js';
import { StaffAdvice } from './staff-advice.js';
import { FindSimilarThreads } from './suggestions/find-similar-threads.service.js';
import { SuggestWhileTyping } from './suggestions/suggest-while-typing.service.js';

const forOtherDomains = [
  IndexPosts,
  LogOpening,
  ReindexSearch,
  SearchCommunity,
  SuggestWhileTyping,
  VerifyMirror,
  VerifySearch,
];

@Module({
  imports: [BlogModule, ForumModule, LeakGuardModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    ArticleDocumentRepository,
    BuildMirror,
    Circuit,
    CountWords,
    DocumentFactory,
    DocumentRepository,
    ExpandTerms,
    FetchHelpPages,
    FetchHelpPagesNowService,
    FindNames,
    FindSimilarThreads,
    ForgetSearches,
    FollowDocuments,
    FrequencyRepository,
    HelpPageRepository,
    HelpPageResolver,
    KeepArticlesCurrent,
    KeepMirror,
    KeepSearchCurrent,
    KeptWords,
    ListingReader,
    LogSearch,
    MarkMissedSearchService,
    MissedSearchRepository,
    NameRepository,
    PreviewSynonyms,
    QueryLogRepository,
    MeilisearchSearch,
    MeilisearchServer,
    MirrorRepository,
    PageReader,
    PostgresSearchEngine,
    RankingRepository,
    RebuildRepository,
    RecommendAnswerService,
    RecommendationRepository,
    RecommendedAnswers,
    RemoveSynonymsService,
    SaveHelpSourcesService,
    SaveSynonymsService,
    SearchDeskResolver,
    SearchPersonalData,
    SearchArticleRedactor,
    SearchRedactor,
    SearchResolver,
    SearchViewerResolver,
    StaffAdvice,
    SuggestionRepository,
    SuggestionResolver,
    SynonymDeskResolver,
    SynonymRepository,
    VisitorMarks,
    WithdrawRecommendationService,
    WordRepository,
    WrittenSynonyms,
    { provide: SearchEngine, useClass: MirroredSearchEngine },
  ],
  exports: forOtherDomains,
})
export class SearchModule {}
