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
import { DocumentRepository, type DocumentText, type RankedPage } from './document.repository.js';
import { SuggestionRepository } from './suggestion.repository.js';
import { WordRepository, type WordPlace } from './word.repository.js';

/** Words that may be learned; numbers are left out, they are looked up but never offered to anybody. */
const WORD = /\p{L}+/gu;
const WORD_LENGTH = { min: 3, max: 40 };

/** Full text, compounds and corrections in the community's own database. */
@Injectable()
export class PostgresSearchEngine extends SearchEngine {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly words: WordRepository,
    private readonly suggestions: SuggestionRepository,
  ) {
    super();
  }

  /** Two statements; three where no post holds all words. */
  async search(ctx: RequestContext, query: EngineQuery): Promise<EngineResult> {
    const terms =
      query.terms.length > 0 ? await this.words.expand(ctx, query.terms, query.readableBoardIds) : [];
    const searchable = terms.filter(({ query: text }) => text !== '');
    if (query.terms.length > 0 && searchable.length === 0) return NOTHING;
    const telling = searchable.filter(({ matters }) => matters);
    const required = telling.length > 0 ? telling : searchable;
    const all = required.map(({ query: text }) => `(${text})`).join(' & ') || null;
    const any = searchable.map(({ query: text }) => `(${text})`).join(' | ') || null;
    const rank = (match: string | null): Promise<RankedPage> =>
      this.documents.ranked(ctx, { ...query, match, mark: any });

    const strict = await rank(all);
    const mayLoosen = strict.total === 0 && required.length > 1;
    const loose = mayLoosen ? await rank(required.map(({ query: text }) => `(${text})`).join(' | ')) : null;
    const corrections = new Map(
      terms.flatMap(({ correction }, position) =>
        correction === null ? [] : [[position, correction] as const],
      ),
    );
    return { ...(loose ?? strict), loosened: (loose?.total ?? 0) > 0, corrections };
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

  forgetWords(tx: RequestContext, passage: Passage): Promise<void> {
    return this.words.forget(tx, passage.words, passage.pattern);
  }

  beginRebuild(ctx: RequestContext): Promise<void> {
    return this.words.forgetAll(ctx);
  }
}

const NOTHING: EngineResult = { hits: [], total: 0, boards: [], loosened: false, corrections: new Map() };

/** @returns distinct pairs of a word and the board in which it stands */
function wordsOf(documents: readonly DocumentText[]): WordPlace[] {
  const boardsByWord = new Map<string, Set<string>>();
  for (const { boardId, isOpening, title, tags, body } of documents) {
    const text = isOpening ? `${title} ${tags.join(' ')} ${body}` : body;
    for (const [word] of text.toLowerCase().matchAll(WORD)) {
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
