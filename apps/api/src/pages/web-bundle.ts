import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Feature, Locale, PersonalLink, RevealedPersonObject } from '@kundig/platform/server';
import type { ExecutionResult } from 'graphql';

/** A plain form that was refused, to be shown again. */
export interface RefusedForm {
  readonly mutation: string;
  readonly fields: Record<string, string | string[]>;
  readonly problems: { field?: string; message: string }[];
  readonly status: number;
}

/** What every page is told of the community. */
export interface PageSite {
  name: string;
  baseUrl: string;
  timeZone: string;
  /** Address of the operator's colours, if there are any. */
  stylesheet?: string;
  /** How German texts speak to people; *Sie* when absent. */
  address?: 'du';
  /** Paths of the operator's logo, if there is one. */
  logo?: { light: string; dark?: string };
  /** Address of the icons drawn from it, without size. */
  icons?: string;
  /** What is switched off. */
  off?: readonly Feature[];
  /** No mail can leave yet. */
  mailless?: true;
  /** A text that everybody agrees to still lacks words of the operator. */
  textsIncomplete?: true;
}

/** What the web bundle needs to render a page; the mirror of its own `PageRequest`. */
export interface PageRequest {
  /** With query, without language prefix. */
  path: string;
  locale: Locale;
  execute(operation: {
    document: never;
    variables?: Record<string, unknown>;
    operationName?: string;
  }): Promise<ExecutionResult>;
  viewer: 'visitor' | 'signed-in';
  nonce?: string;
  formToken?: string;
  refusedForm?: RefusedForm;
  /** What the form just sent hands over, on this page alone. */
  links?: readonly PersonalLink[];
  /** Whom it shows, on this page alone. */
  person?: RevealedPersonObject | null;
  /** The reader wants to see no status beside names. */
  statusHidden?: boolean;
  notice?: string;
  site: PageSite;
  assets: unknown;
}

export interface PageResponse {
  status: number;
  html: string;
  /** With language prefix. */
  redirect?: string;
  /** Its address is a secret of the reader. */
  secret?: boolean;
}

export type ProblemStatus = 403 | 404 | 429 | 500 | 503;

interface ServerEntry {
  renderPage(request: PageRequest): Promise<PageResponse>;
  renderProblem(
    request: Omit<PageRequest, 'execute' | 'viewer'>,
    status: ProblemStatus,
  ): Promise<PageResponse>;
  routePattern(path: string): string;
  colourSchemeScriptHash: string;
}

/** The built `apps/web`, loaded by path: the two sides meet in files and in the schema, never in an import. */
export class WebBundle {
  private constructor(
    private readonly entry: ServerEntry,
    private readonly manifest: unknown,
    /** Text of the operations of our pages, by sha256. */
    readonly documents: ReadonlyMap<string, string>,
    /** Folder of the files served below `/assets`. */
    readonly assetFolder: string,
  ) {}

  /** @throws Error when `apps/web` was not built */
  static async load(folder = resolve(import.meta.dirname, findDist(), 'web')): Promise<WebBundle> {
    const entry = (await import(pathToFileURL(join(folder, 'server/entry-server.js')).href)) as ServerEntry;
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'client/.vite/manifest.json'), 'utf8'));
    const documents = JSON.parse(await readFile(join(folder, 'persisted-documents.json'), 'utf8')) as Record<
      string,
      string
    >;
    return new WebBundle(entry, manifest, new Map(Object.entries(documents)), join(folder, 'client/assets'));
  }

  /** Source of the one inline script, for the content security policy. */
  get inlineScriptHash(): string {
    return this.entry.colourSchemeScriptHash;
  }

  /** @returns the pattern of a page's address, `/t/:slug/:id`; `*` where there is no such page */
  patternOf(path: string): string {
    return this.entry.routePattern(path);
  }

  render(request: Omit<PageRequest, 'assets'>): Promise<PageResponse> {
    return this.entry.renderPage({ ...request, assets: this.manifest });
  }

  problem(
    request: { path: string; locale: Locale; nonce?: string; site: PageSite },
    status: ProblemStatus,
  ): Promise<PageResponse> {
    return this.entry.renderProblem({ ...request, assets: this.manifest }, status);
  }
}

/** The built server lies in `dist/server` (or a folder of chunks below it); sources, as tests run them, in `apps/api/src/pages`. */
function findDist(): string {
  const [built] = /^.*[\\/]dist(?=[\\/]server)/.exec(import.meta.dirname) ?? [];
  return built ?? '../../../../dist';
}
