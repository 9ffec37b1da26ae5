import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule } from '@kundig/composition/server';
import {
  detectLanguage,
  Environment,
  KeyRing,
  plainTextOfMarkdown,
  RequestContext,
} from '@kundig/platform/server';
import { SearchEngine, type SearchDocument } from '@kundig/search/server';
import { parseQuery } from '../../../libs/search/server/src/query/parse-query.js';

/** A text of a collection, which becomes the opening post of a thread of its own. */
export interface CollectedText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** The product's own engine, asked through its port as the product asks it. */
export interface OpenedEngine {
  /** @param boardId where the texts stand, and nothing else */
  index(boardId: string, texts: readonly CollectedText[]): Promise<void>;
  /** @returns ids of the texts that are found, best first */
  search(query: string, boardIds: readonly string[], first: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Texts that are indexed in one transaction, as a rebuild does. */
const BATCH = 200;

/** Opens the engine that the product has, in this process and on a database of the benchmark. @param now instant from which freshness counts */
export async function openEngine(databaseUrl: string, now: Date): Promise<OpenedEngine> {
  const environment = Environment.read({ KEYS_DIR: process.env.KEYS_DIR, DATABASE_URL: databaseUrl });
  const keys = KeyRing.open(environment.keysDir);
  const connections = await connect(environment, keys, databaseUrl);
  const app = await NestFactory.createApplicationContext(
    DomainsModule.forRoot(environment, keys, connections),
    { logger: ['error'] },
  );
  const engine = app.get(SearchEngine, { strict: false });
  const ctx = RequestContext.system();
  return {
    async index(boardId, texts) {
      for (let begin = 0; begin < texts.length; begin += BATCH)
        await engine.index(
          ctx,
          texts.slice(begin, begin + BATCH).map((text) => documentOf(boardId, text)),
        );
      await engine.countWords(ctx, now);
    },
    async search(query, boardIds, first) {
      const { terms } = parseQuery(query);
      const { hits } = await engine.search(ctx, {
        ...{ terms, filter: { boardIds }, readableBoardIds: boardIds, now, offset: 0, limit: first },
      });
      return hits.map(({ threadId }) => threadId);
    },
    close: () => app.close(),
  };
}

/** As the forum would have it: an unanswered question, in the language that its text is taken for. */
function documentOf(
  boardId: string,
  { id, title, body: markdown, createdAt }: CollectedText,
): SearchDocument {
  const body = plainTextOfMarkdown(markdown);
  return {
    ...{ postId: id, threadId: id, boardId, title, body, createdAt, tags: [], sameProblems: 0 },
    ...{ threadKind: 'question', threadState: 'unanswered', threadDigest: id, postDigest: id },
    ...{
      authorId: null,
      isOpening: true,
      isSolution: false,
      lang: detectLanguage(`${title}\n${body}`, 'de'),
    },
  };
}
