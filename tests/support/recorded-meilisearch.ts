import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../cases/meilisearch');
/** Names of indexes are drawn by chance: they are numbered in the order in which they are asked for. */
const INDEX_NAME = /kundig_posts_[0-9a-f]{8}_[0-9a-f]{12}/g;
const NUMBERED_NAME = /kundig_posts_#[0-9]+/g;

/** What the server answered to one request, each time it was asked; no key is kept. */
interface Exchange {
  /** `POST /indexes/kundig_posts_#1/search` */
  readonly request: string;
  readonly body?: unknown;
  readonly answers: { readonly status: number; readonly body: unknown }[];
}

/** A Meilisearch server for tests, as the variables of the environment name one. */
export interface MeilisearchForTests {
  readonly variables: { readonly MEILI_URL: string; readonly MEILI_KEY: string };
  /** Whether it breaks off every connection, as a server that was killed does. */
  isAway: boolean;
  /** @throws when a request came that was never recorded */
  close(): Promise<void>;
}

/**
 * The server that `MEILI_URL` and `MEILI_KEY` name; with `MEILI_RECORD=1` what it answers is kept for next time. Without
 * a server its recorded answers are given again, each for the request it was recorded for.
 * @param name of the recording in `tests/cases/meilisearch`
 */
export async function meilisearchForTests(name: string): Promise<MeilisearchForTests> {
  const { MEILI_URL, MEILI_KEY = '', MEILI_RECORD } = process.env;
  const file = resolve(FOLDER, `${name}.json`);
  const answering = !MEILI_URL
    ? replaying(file)
    : MEILI_RECORD
      ? recording(file, { MEILI_URL, MEILI_KEY })
      : { answer: passingOn({ MEILI_URL, MEILI_KEY }), end: () => undefined };
  const state = { isAway: false };
  const server = createServer((request, response) => {
    if (state.isAway) return void request.socket.destroy();
    answering
      .answer(request)
      .catch((error: unknown) => ({ status: 502, text: JSON.stringify({ message: String(error) }) }))
      .then(({ status, text }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(text),
      );
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return Object.assign(state, {
    variables: {
      MEILI_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      MEILI_KEY: 'of the test',
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      answering.end();
    },
  });
}

interface Answering {
  readonly answer: (request: IncomingMessage) => Promise<{ status: number; text: string }>;
  /** @throws when a request came that was never recorded */
  readonly end: () => void;
}

/** Numbers the names of indexes in what is asked, and gives those in answers back as they were asked for. */
class IndexNames {
  private readonly names: string[] = [];

  numbered(text: string): string {
    return text.replace(INDEX_NAME, (name) => {
      if (!this.names.includes(name)) this.names.push(name);
      return `kundig_posts_#${this.names.indexOf(name) + 1}`;
    });
  }

  named(text: string): string {
    return text.replace(NUMBERED_NAME, (number) => this.names[Number(number.split('#')[1]) - 1] ?? number);
  }
}

function replaying(file: string): Answering {
  const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Exchange[];
  const left = new Map(exchanges.map((exchange) => [keyOf(exchange), [...exchange.answers]]));
  const names = new IndexNames();
  const unknown: string[] = [];
  return {
    answer: async (request) => {
      const key = keyOf(exchangeOf(request, names, await textOf(request)));
      const answers = left.get(key);
      // The last answer is given from then on: how often a task is asked for depends on the machine.
      const answer = answers && (answers.length > 1 ? answers.shift() : answers[0]);
      if (!answer) unknown.push(key);
      const { status, body } = answer ?? { status: 500, body: { message: 'never recorded' } };
      return { status, text: names.named(JSON.stringify(body)) };
    },
    end: () => {
      if (unknown.length > 0)
        throw new Error(
          `Never recorded: ${unknown[0]!.slice(0, 600)}\nRecord anew: see tests/cases/meilisearch/README.md`,
        );
    },
  };
}

function recording(file: string, server: Record<'MEILI_URL' | 'MEILI_KEY', string>): Answering {
  const recorded = new Map<string, Exchange>();
  const names = new IndexNames();
  const pass = passingOn(server);
  return {
    answer: async (request) => {
      const asked = await textOf(request);
      const { status, text } = await pass(request, asked);
      const exchange = exchangeOf(request, names, asked);
      const key = keyOf(exchange);
      const { answers } = recorded.get(key) ?? recorded.set(key, exchange).get(key)!;
      // Tasks are asked for until they are done, and indexes before each batch: what was said last is enough.
      if (request.method === 'GET') answers.length = 0;
      answers.push({ status, body: JSON.parse(names.numbered(text)) as unknown });
      return { status, text };
    },
    end: () => {
      const lines = [...recorded.values()].map((exchange) => JSON.stringify(exchange));
      writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
    },
  };
}

/** Asks the server itself, by its key. */
const passingOn =
  ({ MEILI_URL, MEILI_KEY }: Record<'MEILI_URL' | 'MEILI_KEY', string>) =>
  async (request: IncomingMessage, asked?: string) => {
    const answer = await fetch(`${MEILI_URL}${request.url}`, {
      method: request.method,
      headers: { authorization: `Bearer ${MEILI_KEY}`, 'content-type': 'application/json' },
      body: (asked ?? (await textOf(request))) || undefined,
    });
    return { status: answer.status, text: await answer.text() };
  };

const keyOf = ({ request, body }: Exchange): string => `${request} ${JSON.stringify(body) ?? ''}`;

/** What is asked for, with no answer yet. */
function exchangeOf(request: IncomingMessage, names: IndexNames, text: string): Exchange {
  const asked = names.numbered(`${request.method} ${request.url}`);
  return { request: asked, body: text ? inOrder(JSON.parse(names.numbered(text))) : undefined, answers: [] };
}

/** Documents in the order of their keys: PostgreSQL gives them in any. */
function inOrder(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  const keyed = body.map((one: unknown) => [JSON.stringify(one), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
