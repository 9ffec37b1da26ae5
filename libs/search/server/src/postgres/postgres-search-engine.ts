import { Injectable } from '@nestjs/common';
import { type Passage, type RequestContext } from '@kundig/platform/server';
import {
  SearchEngine,
  type EngineQuery,
  type EngineResult,
  type EngineTyping,
  type SearchDocument,
  type StoredDigest,
  type ThreadFacts,
} from '../engine/search-engine.js';
import type { SearchTerm } from '../query/parse-query.js';
import { SEARCH_LIMITS } from '../search.limits.js';
import { DocumentRepository, type DocumentText } from './document.repository.js';
import { FrequencyRepository } from './frequency.repository.js';
import { RankingRepository } from './ranking.repository.js';
import { wordsIn } from './stored-text.js';
import { SuggestionRepository } from './suggestion.repository.js';
import { WordRepository, type ExpandedTerm, type WordPlace } from './word.repository.js';

const HAS_LETTER = /\p{L}/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Of words that may be learned. */
const WORD_LENGTH = { min: 3, max: 40 };

/** Full text, compounds and corrections in the community's own database. */
@Injectable()
export class PostgresSearchEngine extends SearchEngine {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly frequencies: FrequencyRepository,
    private readonly ranking: RankingRepository,
    private readonly words: WordRepository,
    private readonly suggestions: SuggestionRepository,
  ) {
    super();
  }

  /** Two statements. */
  async search(ctx: RequestContext, query: EngineQuery): Promise<EngineResult> {
    const { asked, terms } = await this.expanded(ctx, query);
    const searchable = terms.filter(({ own, near }) => own !== '' || near !== '');
    if (query.terms.length > 0 && searchable.length === 0) return NOTHING;
    const { holdsAll, ...page } = await this.ranking.page(ctx, { ...query, terms: searchable });
    return {
      ...page,
      loosened: page.total > 0 && !holdsAll,
      corrections: correctionsOf(query, asked, terms),
    };
  }

  /** Spellings that are probably meant, whatever engine finds the posts. One statement. */
  async corrections(ctx: RequestContext, query: EngineQuery): Promise<EngineResult['corrections']> {
    const { asked, terms } = await this.expanded(ctx, query);
    return correctionsOf(query, asked, terms);
  }

  private async expanded(
    ctx: RequestContext,
    query: EngineQuery,
  ): Promise<{ asked: readonly AskedPart[]; terms: readonly ExpandedTerm[] }> {
    const asked = query.terms
      .flatMap((term, position) => partsOf(term).map((part) => ({ ...part, position })))
      .slice(0, SEARCH_LIMITS.termsMax);
    return {
      asked,
      terms: asked.length > 0 ? await this.words.expand(ctx, asked, query.readableBoardIds) : [],
    };
  }

  suggest(ctx: RequestContext, typing: EngineTyping): Promise<string[]> {
    return this.suggestions.threads(ctx, typing);
  }

  async index(tx: RequestContext, documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const before = await this.documents.textsOf(
      tx,
      documents.map(({ postId }) => postId),
    );
    await this.documents.save(tx, documents);
    await this.words.replace(tx, wordsOf(before), wordsOf(documents));
  }

  async updateThread(tx: RequestContext, thread: ThreadFacts): Promise<void> {
    const before = await this.documents.textsBefore(tx, thread);
    await this.documents.updateThread(tx, thread);
    const { boardId, title, tags } = thread;
    const after = before.map((document) => ({ ...document, boardId, title, tags }));
    if (before.length > 0) await this.words.replace(tx, wordsOf(before), wordsOf(after));
  }

  async remove(tx: RequestContext, postIds: readonly string[]): Promise<void> {
    if (postIds.length === 0) return;
    const before = await this.documents.textsOf(tx, postIds);
    await this.documents.remove(tx, postIds);
    await this.words.replace(tx, wordsOf(before), []);
  }

  async removeThread(tx: RequestContext, threadId: string): Promise<void> {
    const before = await this.documents.textsOfThread(tx, threadId);
    await this.documents.removeThread(tx, threadId);
    await this.words.replace(tx, wordsOf(before), []);
  }

  stored(ctx: RequestContext, postIds: readonly string[]): Promise<StoredDigest[]> {
    return this.documents.digests(ctx, postIds);
  }

  storedAfter(ctx: RequestContext, after: string | null, limit: number): Promise<string[]> {
    return this.documents.idsAfter(ctx, after, limit);
  }

  async forgetWords(tx: RequestContext, passage: Passage): Promise<void> {
    await this.words.forget(tx, passage.words, passage.pattern);
    await this.frequencies.forgetPassage(tx, passage.words, passage.pattern);
  }

  async countWords(ctx: RequestContext, now: Date): Promise<void> {
    for (const boardId of await this.frequencies.dueBoards(ctx, now))
      await this.frequencies.count(ctx, boardId, now);
  }

  beginRebuild(ctx: RequestContext): Promise<void> {
    return this.words.forgetAll(ctx);
  }
}

const NOTHING: EngineResult = { hits: [], total: 0, boards: [], loosened: false, corrections: new Map() };

/** A word of the query, or a part of one, with the position of its term. */
interface AskedPart extends SearchTerm {
  readonly position: number;
}

function correctionsOf(
  query: EngineQuery,
  asked: readonly AskedPart[],
  terms: readonly ExpandedTerm[],
): ReadonlyMap<number, string> {
  const corrections = new Map<number, string>();
  for (const [index, { correction }] of terms.entries()) {
    if (correction === null) continue;
    const { text, position } = asked[index]!;
    const typed = corrections.get(position) ?? query.terms[position]!.text;
    corrections.set(
      position,
      typed.replace(text, () => correction),
    );
  }
  return corrections;
}

/**
 * What hyphens and slashes join is looked for part by part: whoever asks for the Debian-Projekt also means the project Debian.
 * Numbers stay whole, as dates and telephone numbers are.
 */
function partsOf(term: SearchTerm): SearchTerm[] {
  const parts = term.text.split(/[-/]+/).filter((part) => HAS_LETTER_OR_DIGIT.test(part));
  if (term.isPhrase || parts.length < 2 || !parts.every((part) => HAS_LETTER.test(part))) return [term];
  return parts.map((text) => ({ text, isPhrase: false, alternatives: term.alternatives }));
}

/** @returns distinct pairs of a word and the board in which it stands; a reply is found by its thread's title and tags, too */
function wordsOf(documents: readonly DocumentText[]): WordPlace[] {
  const boardsByWord = new Map<string, Set<string>>();
  for (const { boardId, title, tags, body } of documents) {
    const text = `${title} ${tags.join(' ')} ${body}`;
    for (const word of wordsIn(text.toLowerCase())) {
      if (word.length < WORD_LENGTH.min || word.length > WORD_LENGTH.max) continue;
      const boards = boardsByWord.get(word);
      if (boards) boards.add(boardId);
      else boardsByWord.set(word, new Set([boardId]));
    }
  }
  return [...boardsByWord].flatMap(([word, boards]) =>
    [...boards].map((boardId) => [word, boardId] as const),
  );
}
