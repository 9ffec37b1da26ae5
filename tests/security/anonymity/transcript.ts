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
   * Every query of the API.
   * @param ids   what its arguments name
   * @param texts values of its other arguments, by their names
   */
  async queries(ids: Ids, texts: Readonly<Record<string, string>>): Promise<void> {
    for (const viewer of this.viewers)
      for (const { name, document, variables } of this.fields) {
        const given = Object.entries(variables(ids)).map(
          ([argument, value]) => [argument, texts[argument] ?? value] as const,
        );
        const answer = await this.run(
          `${viewer} ${name}`,
          viewer,
          parse(document),
          Object.fromEntries(given),
        );
        this.keep(`${viewer} asks ${name}`, JSON.stringify(name === 'outbox' ? inAnyOrder(answer) : answer));
      }
  }

  /** Pages, feeds and maps over HTTP, headers and sizes included. */
  async pages(paths: readonly string[]): Promise<void> {
    for (const viewer of this.viewers.filter((name) => BROWSING.includes(name))) {
      const browser = await this.browserOf(viewer);
      for (const path of paths)
        this.record(
          `${viewer} ${path}`,
          await this.world.look(`${viewer} ${path}`, () => browser.get(path)),
          browser,
        );
    }
  }

  /** Mails to everybody but those of whom one hides, since the last look; of their ids only which are the same. */
  async mails(): Promise<void> {
    const recipients = this.viewers.flatMap((viewer) =>
      viewer === 'visitor' ? [] : [this.world.observers[viewer].mail],
    );
    const mails = await this.world.community.owner.query<Record<string, unknown>[]>(
      `SELECT recipient, subject, text, html, headers, message_id, created_at, good_until FROM identity.outbox_mail
       WHERE recipient = ANY($1) OR recipient LIKE 'gast-%' ORDER BY created_at, recipient, subject, text`,
      [recipients],
    );
    const seen = new Map<string, number>();
    for (const [index, { message_id: id, ...mail }] of mails
      .filter((mail) => this.isNew(JSON.stringify(mail)))
      .entries()) {
      if (!seen.has(String(id))) seen.set(String(id), seen.size);
      this.keep(
        `mail ${index} to ${mail.recipient as string}`,
        `${seen.get(String(id))} ${JSON.stringify(mail)}`,
      );
    }
  }

  /** What a member gets of what is kept about them; nothing of it is about others. */
  async ownData(viewer: ObserverName): Promise<void> {
    const exporting = this.world.community.get(ExportOwnDataService);
    const rows: string[] = [];
    await this.world.look('own data', async () => {
      const ctx = await this.world.community.as(this.world.observers[viewer]);
      for await (const row of await exporting.execute(ctx, await exporting.unlock(ctx, TEST_PASSWORD)))
        if (row.kind !== 'session') rows.push(JSON.stringify(row)); // those end by the clock of the machine
    });
    this.keep(`own data of ${viewer}`, rows.sort().join('\n'));
  }

  /** The files for the company's own website. */
  async faqExport(): Promise<void> {
    const exporting = this.world.community.get(ExportFaq);
    await this.world.look('FAQ export', () => exporting.execute(RequestContext.system()));
    for (const file of (await readdir(exporting.currentFolder)).sort())
      this.keep(`FAQ export ${file}`, await readFile(join(exporting.currentFolder, file), 'utf8'));
  }

  /** Rows of all tables outside identity that are new or changed since the last look; they hold what the search engine knows, too; sealed values by their length. */
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
    this.taken.set(name, stateInOrder(withoutSeals(text)));
  }

  private record(name: string, { status, headers, text }: Answer, browser: Browser): void {
    const {
      date: _date,
      etag: _etag,
      'content-length': _length,
      'set-cookie': _cookie,
      'x-request-id': _id,
      ...rest
    } = headers;
    const cookie = browser.cookies.get('kundig');
    const plain = `${status} ${JSON.stringify(rest)} ${text}`.replaceAll(
      browser.formToken ?? '<none>',
      '[token]',
    );
    this.keep(name, cookie ? plain.replaceAll(cookie, '[cookie]') : plain);
  }

  private contextOf(viewer: Viewer): RequestContext | Promise<RequestContext> {
    const { community, observers } = this.world;
    return viewer === 'visitor' ? community.visitor() : community.as(observers[viewer]);
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
const inAnyOrder = ({ data }: ExecutionResult): string[] =>
  ((data?.outbox ?? []) as object[]).map((mail) => JSON.stringify({ ...mail, id: '[id]' })).sort();

/** What is random each time: cursors, keys of forms, ways out of mails. Ids of things stay: they are the same in both worlds. */
const withoutSeals = (text: string): string =>
  text
    .replace(/"endCursor":"[\w-]+"/g, '"endCursor":"[cursor]"')
    .replace(/(unsubscribe\/)[\w.-]+/g, '$1[token]')
    .replace(/("renderKey":"|name="clientKey" value=")[\w-]+/g, '$1[key]')
    .replace(/nonce-[\w+/=]+|nonce=\\?"[^"]+"/g, '[nonce]');

const withoutItsHour = (line: string): string =>
  line.replace(/"time":"[^"]*"|"(ms|durationMs|requestId)":("[^"]*"|[\d.]+)/g, '');
