import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { StoredDigest } from '../engine/search-engine.js';
import { POSTS_PER_BATCH } from '../index/batches.js';
import { FollowDocuments } from './follow-documents.service.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { MirrorRepository, type MirrorLag } from './mirror.repository.js';

/** One post of which Meilisearch's copy and PostgreSQL's document say different things. */
export interface MirrorDifference {
  readonly postId: string;
  readonly problem: 'missing' | 'outdated' | 'surplus';
}

/** Who answers searches, and how far Meilisearch is behind. */
export interface MirrorState extends MirrorLag {
  /** Without a server named; without an answer of it; before the first copy is complete; with one. */
  readonly state: 'off' | 'unreachable' | 'filling' | 'serving';
}

/** Compares Meilisearch's copy with the documents of PostgreSQL. */
@Injectable()
export class VerifyMirror {
  constructor(
    private readonly server: MeilisearchServer,
    private readonly mirrors: MirrorRepository,
    private readonly following: FollowDocuments,
  ) {}

  /** @throws OperatorProblem for a key that may too much */
  async state(ctx: RequestContext): Promise<MirrorState> {
    if (!this.server.isConfigured) return { state: 'off', pending: 0, seconds: 0 };
    const lag = await this.mirrors.lag(ctx);
    if (!(await this.server.answers())) return { state: 'unreachable', ...lag };
    await this.server.proveKey();
    const isServed = (await this.mirrors.all(ctx)).some(({ state }) => state === 'serving');
    return { state: isServed ? 'serving' : 'filling', ...lag };
  }

  /**
   * Every document, both ways, once what waits has been sent; changes nothing else.
   * @param ctx of the system @throws when the server does not answer
   */
  async execute(ctx: RequestContext): Promise<MirrorDifference[]> {
    if (!this.server.isConfigured) return [];
    await this.following.execute(ctx);
    const serving = (await this.mirrors.all(ctx)).find(({ state }) => state === 'serving');
    const stored = serving ? await this.storedDigests(serving.indexUid) : new Map<string, StoredDigest>();
    const differences: MirrorDifference[] = [];
    let after: string | null = null;
    for (;;) {
      const batch: StoredDigest[] = await this.mirrors.digestsAfter(ctx, after, POSTS_PER_BATCH);
      if (batch.length === 0) break;
      after = batch.at(-1)!.postId;
      for (const { postId, postDigest, threadDigest } of batch) {
        const copy = stored.get(postId);
        stored.delete(postId);
        if (!copy) differences.push({ postId, problem: 'missing' });
        else if (copy.postDigest !== postDigest || copy.threadDigest !== threadDigest)
          differences.push({ postId, problem: 'outdated' });
      }
    }
    return [...differences, ...[...stored.keys()].map((postId) => ({ postId, problem: 'surplus' as const }))];
  }

  private async storedDigests(indexUid: string): Promise<Map<string, StoredDigest>> {
    const stored = new Map<string, StoredDigest>();
    for (let offset = 0; ; offset += POSTS_PER_BATCH) {
      const batch = await this.server.digests(indexUid, offset, POSTS_PER_BATCH);
      for (const digests of batch) stored.set(digests.postId, digests);
      if (batch.length < POSTS_PER_BATCH) return stored;
    }
  }
}
