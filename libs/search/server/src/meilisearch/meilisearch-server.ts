import { Injectable } from '@nestjs/common';
import { Environment, OperatorProblem } from '@kundig/platform/server';
import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise, type SearchParams } from 'meilisearch';
import type { StoredDigest } from '../engine/search-engine.js';
import { INDEX_SETTINGS } from './index-settings.js';
import { DIGEST_FIELDS, type MirroredDocument } from './mirrored-document.js';

/** A reader does not wait longer; PostgreSQL answers then. */
const SEARCH_TIMEOUT = 1_000;
const REQUEST_TIMEOUT = 15_000;
/** Until a batch is stored; the sender holds a transaction meanwhile. */
const TASK_TIMEOUT = 20_000;

/** A search for one page, which counts all hits. */
export type PageParameters = SearchParams & Required<Pick<SearchParams, 'page' | 'hitsPerPage'>>;

/** What can be done with one key on one Meilisearch server. Every method throws when the server does not do it. */
@Injectable()
export class MeilisearchServer {
  private readonly readers: Meilisearch | null;
  private readonly writers: Meilisearch | null;
  private keyIsFine = false;

  constructor(environment: Environment) {
    const host = environment.get('MEILI_URL');
    const server = host ? { host, apiKey: environment.get('MEILI_KEY') } : null;
    this.readers = server && new Meilisearch({ ...server, timeout: SEARCH_TIMEOUT });
    this.writers = server && new Meilisearch({ ...server, timeout: REQUEST_TIMEOUT });
  }

  /** Whether a server is named at all. */
  get isConfigured(): boolean {
    return this.writers !== null;
  }

  /** Whether it is there and well; asks for no key. */
  answers(): Promise<boolean> {
    return this.readers!.isHealthy();
  }

  /** Refuses a key that may read other keys, as the master key may: whoever takes it from here would own the server. */
  async proveKey(): Promise<void> {
    if (this.keyIsFine) return;
    try {
      await this.readers!.getKeys({ limit: 1 });
    } catch (error) {
      if (!(error instanceof MeilisearchApiError)) throw error;
      this.keyIsFine = true;
      return;
    }
    throw new OperatorProblem(
      'MEILI_KEY may read the keys of the Meilisearch server: make one with the rights named in docs/operation.md.',
    );
  }

  search(indexUid: string, query: string, parameters: PageParameters) {
    return this.readers!.index<MirroredDocument>(indexUid).search<MirroredDocument, PageParameters>(
      query,
      parameters,
    );
  }

  async holds(indexUid: string): Promise<boolean> {
    try {
      await this.writers!.getRawIndex(indexUid);
      return true;
    } catch (error) {
      if (isUnknownIndex(error)) return false;
      throw error;
    }
  }

  async create(indexUid: string): Promise<void> {
    await stored(this.writers!.createIndex(indexUid, { primaryKey: 'postId' }));
    await stored(this.writers!.index(indexUid).updateSettings(INDEX_SETTINGS));
  }

  async delete(indexUid: string): Promise<void> {
    if (await this.holds(indexUid)) await stored(this.writers!.deleteIndex(indexUid));
  }

  /** Stores documents and deletes those of other posts; done when searches find it so. */
  async send(
    indexUid: string,
    documents: readonly MirroredDocument[],
    removedIds: readonly string[],
  ): Promise<void> {
    const index = this.writers!.index<MirroredDocument>(indexUid);
    if (documents.length > 0) await stored(index.addDocuments([...documents]));
    if (removedIds.length > 0) await stored(index.deleteDocuments([...removedIds]));
  }

  /** Digests of stored documents, by position. */
  async digests(indexUid: string, offset: number, limit: number): Promise<StoredDigest[]> {
    const { results } = await this.writers!.index<MirroredDocument>(indexUid).getDocuments({
      fields: [...DIGEST_FIELDS],
      offset,
      limit,
    });
    return results;
  }
}

/** @throws when the server could not do it */
async function stored(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, type } = await task.waitTask({ timeout: TASK_TIMEOUT, interval: 20 });
  if (status !== 'succeeded')
    throw new Error(`Meilisearch: ${type} ${status} (${error?.code ?? 'without reason'})`);
}

/** @returns whether the server says that there is no such index */
const isUnknownIndex = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';
