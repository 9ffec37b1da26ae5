import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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
  if (!MEILI_URL) return replaying(file);
  if (MEILI_RECORD) return recording(file, { MEILI_URL, MEILI_KEY });
  return { variables: { MEILI_URL, MEILI_KEY }, close: () => Promise.resolve() };
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

async function replaying(file: string): Promise<MeilisearchForTests> {
  const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Exchange[];
  const left = new Map(exchanges.map((exchange) => [keyOf(exchange), [...exchange.answers]]));
  const names = new IndexNames();
  const unknown: string[] = [];
  const server = await listening(async (request, response) => {
    const key = keyOf(await exchangeOf(request, names));
    const answers = left.get(key);
    // The last answer is given from then on: how often a task is asked for depends on the machine.
    const answer = answers && (answers.length > 1 ? answers.shift() : answers[0]);
    if (!answer) unknown.push(key);
    const { status, body } = answer ?? { status: 500, body: { message: 'never recorded' } };
    send(response, status, names.named(JSON.stringify(body)));
  });
  return {
    variables: { MEILI_URL: urlOf(server), MEILI_KEY: 'recorded' },
    close: async () => {
      await closed(server);
      if (unknown.length > 0)
        throw new Error(
          `Never recorded: ${unknown[0]!.slice(0, 600)}
Record anew: see tests/cases/meilisearch/README.md`,
        );
    },
  };
}

async function recording(
  file: string,
  { MEILI_URL, MEILI_KEY }: { MEILI_URL: string; MEILI_KEY: string },
): Promise<MeilisearchForTests> {
  const recorded = new Map<string, Exchange>();
  const names = new IndexNames();
  const server = await listening(async (request, response) => {
    const text = await textOf(request);
    const answered = await fetch(`${MEILI_URL}${request.url}`, {
      method: request.method,
      headers: { authorization: `Bearer ${MEILI_KEY}`, 'content-type': 'application/json' },
      body: text || undefined,
    });
    const body = await answered.text();
    const exchange = await exchangeOf(request, names, text);
    const key = keyOf(exchange);
    const { answers } = recorded.get(key) ?? recorded.set(key, exchange).get(key)!;
    const answer = { status: answered.status, body: JSON.parse(names.numbered(body)) as unknown };
    // Tasks are asked for until they are done, and indexes before each batch: what was said last is enough.
    if (request.method === 'GET') answers.length = 0;
    answers.push(answer);
    send(response, answered.status, body);
  });
  return {
    variables: { MEILI_URL: urlOf(server), MEILI_KEY },
    close: async () => {
      await closed(server);
      writeFileSync(
        file,
        `[\n${[...recorded.values()].map((exchange) => JSON.stringify(exchange)).join(',\n')}\n]\n`,
      );
    },
  };
}

const keyOf = ({ request, body }: Exchange): string => `${request} ${JSON.stringify(body) ?? ''}`;

/** What is asked for, with no answer yet. */
async function exchangeOf(
  request: IncomingMessage,
  names: IndexNames,
  text?: string,
): Promise<Exchange & { answers: [] }> {
  const asked = names.numbered(`${request.method} ${request.url}`);
  const body = names.numbered(text ?? (await textOf(request)));
  return { request: asked, body: body ? inOrder(JSON.parse(body)) : undefined, answers: [] };
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

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      send(response, 502, JSON.stringify({ message: String(error) })),
    );
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return server;
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
