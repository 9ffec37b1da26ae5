import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ExportFaq } from '@kundig/faq/server';
import { ExportOwnDataService } from '@kundig/identity/server';
import { RequestContext } from '@kundig/platform/server';
import {
  execute,
  isLeafType,
  isObjectType,
  getNamedType,
  parse,
  type DocumentNode,
  type ExecutionResult,
} from 'graphql';
import type { Answer, Browser } from '../../support/browser.js';
import { stateInOrder } from '../../support/canonical.js';
import { tablesOf } from '../../support/fingerprint.js';
import { TEST_PASSWORD } from '../../support/members.js';
import { rootFieldsOf, type Ids, type RootField } from '../../support/operations.js';
import type { Stage } from './stage.js';
import type { ObserverName, World } from './world.js';

/** What somebody got to see, by the name of the look. */
export type Transcript = Map<string, string>;

/** Somebody who looks; visitors are not signed in. */
export type Viewer = 'visitor' | ObserverName;

/** Threads asked for in one operation. */
const THREADS_AT_ONCE = 20;

/** Who reads pages in a browser; the others ask the API. */
const BROWSING: readonly Viewer[] = ['visitor', 'carol', 'moderator'];

/** Takes the transcripts of everybody who may look in one world. */
export class Transcripts {
  readonly taken: Transcript = new Map();
  private readonly fields: readonly RootField[];

  constructor(
    private readonly world: World,
    private readonly viewers: readonly Viewer[],
  ) {
    this.fields = rootFieldsOf(world.community.get(GraphQLSchemaHost).schema).filter(
      ({ root }) => root === 'Query',
    );
  }

  /** Each thread with all its posts, as a visitor and one of the others in turn get it from the API. */
  async threads(stages: readonly Stage[]): Promise<void> {
    const told = stages.flatMap(({ thread, name }) => (thread ? [{ name, id: thread.publicId }] : []));
    for (let from = 0; from < told.length; from += THREADS_AT_ONCE) {
      const part = told.slice(from, from + THREADS_AT_ONCE);
      const asked = part.map(({ id }, index) => `t${index}: thread(id: "${id}") { ...T }`);
      const document = parse(`${this.threadFragments} { ${asked.join('\n')} }`);
      for (const viewer of this.readersFrom(from / THREADS_AT_ONCE)) {
        const { data, errors } = await this.run(`${viewer} threads ${from}`, viewer, document);
        if (errors) this.keep(`${viewer} threads ${from}`, JSON.stringify(errors));
        for (const [index, { name }] of part.entries())
          this.keep(`${viewer} thread ${name}`, JSON.stringify(data?.[`t${index}`] ?? null));
      }
    }
  }

  /**
   * Every query of the API: over HTTP, headers and sizes included, as those get it who browse; the others ask the schema, whose
   * answer stands in that body.
   * @param ids   what its arguments name
   * @param texts values of its other arguments, by their names
   */
  async queries(ids: Ids, texts: Readonly<Record<string, string>>): Promise<void> {
    for (const viewer of this.viewers) {
      const browser = BROWSING.includes(viewer) ? await this.browserOf(viewer) : null;
      for (const { name, document: query, variables: valid } of this.fields) {
        const variables = Object.fromEntries(
          Object.entries(valid(ids)).map(([argument, value]) => [argument, texts[argument] ?? value]),
        );
        const told = (text: string) => (name === 'outbox' ? inAnyOrder(text) : text);
        const look = `${viewer} asks ${name}`;
        if (browser) {
          const answer = await this.world.look(look, () => browser.operation({ query, variables }));
          this.record(look, { ...answer, text: told(answer.text) }, browser);
        } else this.keep(look, told(JSON.stringify(await this.run(look, viewer, parse(query), variables))));
      }
    }
  }

  /** Pages, files, feeds and all maps over HTTP, headers and sizes included. */
  async pages(paths: readonly string[]): Promise<void> {
    for (const viewer of this.viewers.filter((name) => BROWSING.includes(name))) {
      const browser = await this.browserOf(viewer);
      for (const path of [...(await this.maps(browser)), ...paths])
        this.record(
          `${viewer} ${path}`,
          await this.world.look(`${viewer} ${path}`, () => browser.get(path)),
          browser,
        );
    }
  }

  /** What was shown as pictures in the threads, byte by byte. */
  async photos(stages: readonly Stage[]): Promise<void> {
    const visitor = await this.browserOf('visitor');
    for (const { name, photos } of stages)
      for (const [index, photo] of photos.entries()) {
        const answer = await this.world.look(photo, () => visitor.get(photo));
        this.record(
          `photo ${index} of ${name}`,
          { ...answer, text: answer.bytes.toString('latin1') },
          visitor,
        );
      }
  }

  /** All maps as search engines get them. */
  async sitemaps(): Promise<void> {
    const visitor = await this.browserOf('visitor');
    for (const path of await this.maps(visitor))
      this.record(
        `visitor ${path}`,
        await this.world.look(`visitor ${path}`, () => visitor.get(path)),
        visitor,
      );
  }

  /** Addresses of the maps for search engines that the first one names, and its own. */
  private async maps(browser: Browser): Promise<string[]> {
    const { text } = await this.world.look('maps', () => browser.get('/sitemap.xml'));
    const named = [...text.matchAll(/<loc>([^<]+)/g)].map(([, address]) => new URL(address!).pathname);
    return ['/sitemap.xml', ...named];
  }

  /**
   * Mails to everybody but those of whom one hides, since the last look, as the receiving server gets them: envelope, all headers,
   * size. Of ids it is told which are the same.
   */
  mails(): void {
    const recipients = this.viewers.flatMap((viewer) =>
      viewer === 'visitor' ? [] : [this.world.observers[viewer].mail],
    );
    const mails = this.world.mailbox.received
      .splice(0)
      .filter(({ to }) => to.some((address) => recipients.includes(address) || address.startsWith('gast-')))
      .sort((one, other) => (one.to.join() < other.to.join() ? -1 : one.to.join() > other.to.join() ? 1 : 0));
    const known = new Map<string, string>();
    for (const [index, { from, to, size, text }] of mails.entries()) {
      const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? '<none>';
      const plain = text.replaceAll(boundary, '[boundary]').replace(/<[^<>@\s]+@community\.test>/g, (id) => {
        if (!known.has(id)) known.set(id, `<[id ${known.size}]>`);
        return known.get(id)!;
      });
      this.keep(`mail ${index} to ${to.join()}`, `${from} ${size} ${plain}`);
    }
  }

  /** What members get of what is kept about them; nothing of it is about others. */
  async ownData(): Promise<void> {
    const exporting = this.world.community.get(ExportOwnDataService);
    for (const viewer of this.viewers) {
      if (viewer === 'visitor') continue;
      const browser = await this.browserOf(viewer);
      const answer = await this.world.look(`own data of ${viewer}`, async () =>
        browser.get(`/own-data/${await exporting.unlock(await this.member(viewer), TEST_PASSWORD)}`),
      );
      const rows = JSON.parse(answer.text) as { kind: string }[];
      const told = rows.filter(({ kind }) => kind !== 'session').map((row) => JSON.stringify(row)); // those end by the clock of the machine
      this.record(`own data of ${viewer}`, { ...answer, text: told.sort().join('\n') }, browser);
    }
  }

  /** The files for the company's own website. */
  async faqExport(): Promise<void> {
    const exporting = this.world.community.get(ExportFaq);
    await this.world.look('FAQ export', () => exporting.execute(RequestContext.system()));
    for (const file of (await readdir(exporting.currentFolder)).sort())
      this.keep(`FAQ export ${file}`, await readFile(join(exporting.currentFolder, file), 'utf8'));
  }

  /**
   * Rows of all tables outside identity that are new or changed since the last look, and how far numbers have been counted; what
   * the search engine knows is among them. Sealed values by their length.
   */
  async dump(): Promise<void> {
    const { owner } = this.world.community;
    for (const table of await tablesOf(this.world.community)) {
      if (/^(identity|jobs_identity|jobs_app|public)\./.test(table)) continue;
      const rows = await owner.query<{ row: Record<string, unknown> }[]>(
        `SELECT to_jsonb(t) AS row FROM ${table} t`,
      );
      const told = rows.map(({ row }) => JSON.stringify(sealedByLength(row)));
      this.keep(
        `table ${table}`,
        told
          .filter((row) => this.isNew(`${table} ${row}`))
          .sort()
          .join('\n'),
      );
    }
    const sequences = await owner.query<{ told: string }[]>(
      `SELECT concat(schemaname, '.', sequencename, ' ', last_value) AS told FROM pg_sequences
       WHERE schemaname !~ '^(identity|jobs_identity)$' ORDER BY 1`,
    );
    this.keep('table of sequences', sequences.map(({ told }) => told).join('\n'));
  }

  /** What the steps told those who took them, what was logged, and what jobs carried. */
  traces(): void {
    const { log, jobs, outcomes } = this.world;
    this.keep('outcomes', outcomes.splice(0).join('\n'));
    this.keep('jobs', jobs.splice(0).join('\n'));
    this.keep('log', log.splice(0).map(withoutItsHour).join(''));
  }

  private readersFrom(turn: number): Viewer[] {
    const [visitor, ...others] = this.viewers;
    return [visitor!, others[turn % others.length]!];
  }

  /** Everything a thread and its posts say of themselves. */
  private get threadFragments(): string {
    const { schema } = this.world.community.get(GraphQLSchemaHost);
    const plain = (name: string) => {
      const type = schema.getType(name);
      const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
      return fields.flatMap((field) => (isLeafType(getNamedType(field.type)) ? [field.name] : [])).join(' ');
    };
    return `
      fragment A on Author { ${plain('Author')} }
      fragment P on Post { ${plain('Post')} author { ...A } kudos { ${plain('Kudos')} } viewer { ${plain('PostViewer')} } stub { ${plain('PostStub')} } authorSuspension { ${plain('Suspension')} } }
      fragment T on Thread {
        ${plain('Thread')} author { ...A } lastAuthor { ...A } viewer { ${plain('ThreadViewer')} } solutions { id }
        related { id author { ...A } } posts { total items { ...P } } opening { ...P } }`;
  }

  /** Runs an operation of whose text is known that it is valid. */
  private run(
    name: string,
    viewer: Viewer,
    document: DocumentNode,
    variableValues: Record<string, unknown> = {},
  ): Promise<ExecutionResult> {
    const { schema } = this.world.community.get(GraphQLSchemaHost);
    return this.world.look(name, async () =>
      execute({ schema, document, variableValues, contextValue: { kundig: await this.contextOf(viewer) } }),
    );
  }

  private isNew(text: string): boolean {
    const { known } = this.world;
    return known.size < known.add(text).size;
  }

  private keep(name: string, text: string): void {
    const { port } = this.world.mailbox; // free at the moment
    this.taken.set(name, stateInOrder(withoutSeals(text)).replaceAll(`"port":${port}`, '"port":[port]'));
  }

  private record(name: string, { status, headers, text }: Answer, browser: Browser): void {
    const plain = `${status} ${JSON.stringify(headersTold(headers))} ${text}`.replaceAll(
      browser.formToken ?? '<none>',
      '[token]',
    );
    const cookie = browser.cookies.get('kundig');
    this.keep(name, cookie ? plain.replaceAll(cookie, '[cookie]') : plain);
  }

  private contextOf(viewer: Viewer): RequestContext | Promise<RequestContext> {
    return viewer === 'visitor' ? this.world.community.visitor() : this.member(viewer);
  }

  private member(viewer: ObserverName): Promise<RequestContext> {
    return this.world.community.as(this.world.observers[viewer]);
  }

  private browserOf(viewer: Viewer): Browser | Promise<Browser> {
    const { web, observers } = this.world;
    return viewer === 'visitor' ? web.visitor() : web.as(observers[viewer]);
  }
}

/** Ciphertexts and keyed hashes are different by themselves; whoever has no key sees their length. */
function sealedByLength({
  lookup,
  sealed_link: link,
  ...row
}: Record<string, unknown>): Record<string, unknown> {
  return lookup === undefined
    ? row
    : { ...row, lookup: String(lookup).length, sealed_link: String(link).length };
}

/** Mails of one moment are listed by their random ids, which are drawn for those to whoever hides, too. */
const inAnyOrder = (answer: string): string =>
  answer.replace(/"outbox":(\[.*\])(?=[,}])/s, (_, mails: string) =>
    (JSON.parse(mails) as object[])
      .map((mail) => JSON.stringify({ ...mail, id: '[id]' }))
      .sort()
      .join('\n'),
  );

/** Names of all headers, and their values but for what is made anew for each answer or file: of that, the length. */
function headersTold({ date: _date, ...headers }: Answer['headers']): Record<string, unknown> {
  const drawn = ['etag', 'x-request-id', 'last-modified']; // the last by the clock of the machine
  const told = Object.entries(headers).map(([name, value]) => {
    if (name === 'set-cookie')
      return [
        name,
        (value as string[]).map((line) => line.replace(/=[^;]*/, ({ length }) => `=[${length}]`)),
      ];
    return [name, drawn.includes(name) ? String(value).length : value];
  });
  return Object.fromEntries(told) as Record<string, unknown>;
}

/** What is random each time: cursors, keys of forms, ways out of mails. Ids of things stay: they are the same in both worlds. */
const withoutSeals = (text: string): string =>
  text
    .replace(/"endCursor":"[\w-]+"/g, '"endCursor":"[cursor]"')
    .replace(/(unsubscribe\/|confirm\/)[\w.-]+/g, '$1[token]')
    .replace(/("renderKey":"|name="clientKey" value=")[\w-]+/g, '$1[key]')
    .replace(/nonce-[\w+/=]+|nonce=\\?"[^"]+"/g, '[nonce]');

const withoutItsHour = (line: string): string =>
  line.replace(/"time":"[^"]*"|"(ms|durationMs|requestId)":("[^"]*"|[\d.]+)/g, '');
