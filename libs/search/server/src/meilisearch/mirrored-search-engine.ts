import { Injectable } from '@nestjs/common';
import type { Passage, RequestContext } from '@kundig/platform/server';
import {
  SearchEngine,
  type EngineQuery,
  type EngineResult,
  type EngineTyping,
  type SearchDocument,
  type StoredDigest,
  type ThreadFacts,
} from '../engine/search-engine.js';
import { PostgresSearchEngine } from '../postgres/postgres-search-engine.js';
import { FollowDocuments } from './follow-documents.service.js';
import { MeilisearchSearch } from './meilisearch-search.js';

/**
 * PostgreSQL, which every write keeps current, with a copy on Meilisearch that is asked first where one is configured. Where that
 * does not answer, is behind, or finds nothing, PostgreSQL answers.
 */
@Injectable()
export class MirroredSearchEngine extends SearchEngine {
  constructor(
    private readonly own: PostgresSearchEngine,
    private readonly mirror: MeilisearchSearch,
    private readonly following: FollowDocuments,
  ) {
    super();
  }

  async search(ctx: RequestContext, query: EngineQuery): Promise<EngineResult> {
    const found = await this.mirror.search(ctx, query);
    return found
      ? { ...found, corrections: await this.own.corrections(ctx, query) }
      : this.own.search(ctx, query);
  }

  async suggest(ctx: RequestContext, typing: EngineTyping): Promise<string[]> {
    return (await this.mirror.suggest(ctx, typing)) ?? this.own.suggest(ctx, typing);
  }

  async index(tx: RequestContext, documents: readonly SearchDocument[]): Promise<void> {
    await this.own.index(tx, documents);
    await this.following.request(tx);
  }

  async updateThread(tx: RequestContext, thread: ThreadFacts): Promise<void> {
    await this.own.updateThread(tx, thread);
    await this.following.request(tx);
  }

  async remove(tx: RequestContext, postIds: readonly string[]): Promise<void> {
    await this.own.remove(tx, postIds);
    await this.following.request(tx);
  }

  async removeThread(tx: RequestContext, threadId: string): Promise<void> {
    await this.own.removeThread(tx, threadId);
    await this.following.request(tx);
  }

  stored(ctx: RequestContext, postIds: readonly string[]): Promise<StoredDigest[]> {
    return this.own.stored(ctx, postIds);
  }

  storedAfter(ctx: RequestContext, after: string | null, limit: number): Promise<string[]> {
    return this.own.storedAfter(ctx, after, limit);
  }

  forgetWords(tx: RequestContext, passage: Passage): Promise<void> {
    return this.own.forgetWords(tx, passage);
  }

  countWords(ctx: RequestContext, now: Date): Promise<void> {
    return this.own.countWords(ctx, now);
  }

  beginRebuild(ctx: RequestContext): Promise<void> {
    return this.own.beginRebuild(ctx);
  }
}
