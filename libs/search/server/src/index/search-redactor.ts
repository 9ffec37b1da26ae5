import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Redactors,
  RequestContext,
  type Passage,
  type RedactedPosts,
  type Redactor,
} from '@kundig/platform/server';
import { SearchEngine } from '../engine/search-engine.js';
import { IndexPosts } from './index-posts.service.js';

/** The index loses a passage with the posts, not only once a job has run. */
@Injectable()
export class SearchRedactor implements Redactor {
  constructor(
    private readonly database: AppDatabase,
    private readonly index: IndexPosts,
    private readonly engine: SearchEngine,
    redactors: Redactors,
  ) {
    redactors.register(this);
  }

  async redact(tx: RequestContext, passage: Passage, { threadId, postIds }: RedactedPosts): Promise<void> {
    const system = RequestContext.system().within(this.database, this.database.manager(tx));
    await this.index.execute(
      system,
      postIds.map((postId) => ({ threadId, postId })),
    );
    await this.index.executeForThread(system, threadId);
    await this.engine.forgetWords(system, passage);
  }
}
