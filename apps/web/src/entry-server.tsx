import { createHash, randomUUID } from 'node:crypto';
import { CombinedGraphQLErrors } from '@apollo/client';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { i18n } from 'i18next';
import { renderToString } from 'react-dom/server';
import {
  createMessages,
  documentIdOf,
  idleClient,
  localePrefix,
  PageAnswers,
  type Execute,
  type PageLocale,
  type PageRuntime,
  type RefusedForm,
} from '@kundig/web-kit';
import { PageView, Providers } from './page/App.js';
import { colourSchemeScript } from './page/colour-scheme.js';
import { renderDocument, type ViteManifest } from './page/document.js';
import { FrameQuery } from './page/frame-query.js';
import { loadPage, type Ask, type LoadedPage } from './page/load-page.js';
import { messageLoaders } from './page/message-loaders.js';
import { problemPage } from './page/problem-page.js';
import { patternOf } from './page/routes.js';

export type { ViteManifest } from './page/document.js';

/** A request for one page, stripped of everything a page has no business with. */
export interface PageRequest {
  /** Path with query, without the language prefix. */
  path: string;
  locale: PageLocale;
  /** Runs one operation of the schema as the viewer. */
  execute: Execute;
  viewer: 'visitor' | 'signed-in';
  /** For pages that are not shared; absent on a visitor's page. */
  nonce?: string;
  formToken?: string;
  /** Shows a form again that was refused; `_page` was its address. */
  refusedForm?: RefusedForm;
  /** What the form just sent hands over, on this page alone. */
  links?: PageRuntime['links'];
  /** Whom it shows, on this page alone. */
  person?: PageRuntime['person'];
  /** The reader wants to see no status beside names. */
  statusHidden?: boolean;
  /** One sentence about what just happened. */
  notice?: string;
  site: PageRuntime['site'];
  assets: ViteManifest;
}

/** What is to be sent. `redirect` carries the language prefix already. */
export interface PageResponse {
  status: number;
  html: string;
  redirect?: string;
  /** Nothing on the way may keep the page, though it shows nobody's own things. */
  secret?: boolean;
}

/** The content security policy's word for the inline script of every page. */
export const colourSchemeScriptHash = `'sha256-${createHash('sha256').update(colourSchemeScript).digest('base64')}'`;

/** @returns the pattern of the page at a path without the language prefix, for logs and metrics; `*` where there is none */
export function routePattern(path: string): string {
  return URL.canParse(path, 'http://page.invalid') ? patternOf(new URL(path, 'http://page.invalid')) : '*';
}

const engines = {
  de: createMessages('de', messageLoaders),
  du: createMessages('de', messageLoaders, 'du'),
  en: createMessages('en', messageLoaders),
};
const engineOf = ({ locale, site }: Pick<PageRequest, 'locale' | 'site'>): Promise<i18n> =>
  engines[locale === 'de' ? (site.address ?? locale) : locale];

/**
 * Renders one page completely, data and status settled before the first byte.
 *
 * @throws Error for defects: the caller logs it and sends `renderProblem(request, 500)`
 */
export async function renderPage(request: PageRequest): Promise<PageResponse> {
  const engine = await engineOf(request);
  const answers = new PageAnswers();
  const ask = asking(request.execute, answers);
  const runtime = runtimeOf(request);
  const url = new URL(request.path, 'http://page.invalid'); // only path and query are read
  const framed = request.viewer === 'signed-in' ? ask(FrameQuery, {}) : undefined;
  const [page] = await Promise.all([loadPage({ ask, engine, runtime, url }), framed]);
  const { outcome } = page;
  if (outcome.redirect) {
    const redirect = localePrefix(request.locale) + outcome.redirect.path;
    return { status: outcome.redirect.permanent ? 301 : 302, html: '', redirect };
  }
  const body = renderBody({ answers, engine, runtime, page });
  const state = { answers, runtime };
  const html = renderDocument({
    runtime,
    outcome,
    body,
    state,
    assets: request.assets,
    nonce: request.nonce,
  });
  return { status: request.refusedForm?.status ?? outcome.status ?? 200, html, secret: outcome.secret };
}

/**
 * A page that says what went wrong; asks nothing of the schema, so that it also works when that is what failed.
 *
 * @param status HTTP status to be sent and explained
 */
export async function renderProblem(
  request: Omit<PageRequest, 'execute' | 'viewer'>,
  status: 403 | 404 | 429 | 500 | 503,
): Promise<PageResponse> {
  const engine = await engineOf(request);
  const runtime = runtimeOf({
    ...request,
    viewer: 'visitor',
    execute: () => Promise.reject(new Error('unused')),
  });
  const page: LoadedPage = problemPage(engine, status);
  const body = renderBody({ answers: new PageAnswers(), engine, runtime, page });
  const { outcome } = page;
  const html = renderDocument({
    runtime,
    outcome,
    body,
    state: undefined,
    assets: request.assets,
    nonce: request.nonce,
  });
  return { status, html };
}

/** Asks as the viewer and keeps what was answered for the rendering and for the browser. */
const asking =
  (execute: Execute, answers: PageAnswers): Ask =>
  async (document, variables) => {
    const operationName = operationNameOf(document);
    const result = await execute({ document, documentId: documentIdOf(document), variables, operationName });
    if (result.errors)
      throw new CombinedGraphQLErrors(result as ConstructorParameters<typeof CombinedGraphQLErrors>[0]);
    answers.add(document, variables, result.data);
    return result.data;
  };

function operationNameOf(document: DocumentNode): string {
  const [operation] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return (operation as OperationDefinitionNode).name?.value ?? '';
}

function runtimeOf(request: PageRequest): PageRuntime {
  const { locale, viewer, site, formToken, links, person, statusHidden, notice, path } = request;
  const refusedForm = request.refusedForm && withoutPasswords(request.refusedForm);
  return {
    locale,
    viewer,
    site,
    formToken,
    refusedForm,
    links,
    person,
    statusHidden,
    notice,
    path,
    renderKey: randomUUID(),
  };
}

/** What was typed goes back into the page, but never a password. */
function withoutPasswords(form: RefusedForm): RefusedForm {
  const { password: _password, ...fields } = form.fields;
  return { ...form, fields };
}

function renderBody(parts: {
  answers: PageAnswers;
  engine: i18n;
  runtime: PageRuntime;
  page: LoadedPage;
}): string {
  const { answers, engine, runtime, page } = parts;
  return renderToString(
    <Providers client={idleClient} answers={answers} engine={engine}>
      <PageView page={page} runtime={runtime} />
    </Providers>,
  );
}
