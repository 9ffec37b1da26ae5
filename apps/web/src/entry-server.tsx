import { createHash, randomUUID } from 'node:crypto';
import type { i18n } from 'i18next';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import {
  createMessages,
  createServerClient,
  localePrefix,
  type Execute,
  type PageLocale,
  type PageRuntime,
  type RefusedForm,
} from '@kundig/web-kit';
import { PageView, Providers } from './page/App.js';
import { colourSchemeScript } from './page/colour-scheme.js';
import { renderDocument, type ViteManifest } from './page/document.js';
import { FrameQuery } from './page/frame-query.js';
import { loadPage, type LoadedPage } from './page/load-page.js';
import { messageLoaders } from './page/message-loaders.js';
import { problemPage } from './page/problem-page.js';

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
  /** One sentence about what just happened. */
  notice?: string;
  site: { name: string; baseUrl: string };
  assets: ViteManifest;
}

/** What is to be sent. `redirect` carries the language prefix already. */
export interface PageResponse {
  status: number;
  html: string;
  redirect?: string;
}

/** The content security policy's word for the inline script of every page. */
export const colourSchemeScriptHash = `'sha256-${createHash('sha256').update(colourSchemeScript).digest('base64')}'`;

const engines: Record<PageLocale, Promise<i18n>> = {
  de: createMessages('de', messageLoaders),
  en: createMessages('en', messageLoaders),
};

/**
 * Renders one page completely, data and status settled before the first byte.
 *
 * @throws Error for defects: the caller logs it and sends `renderProblem(request, 500)`
 */
export async function renderPage(request: PageRequest): Promise<PageResponse> {
  const engine = await engines[request.locale];
  const client = createServerClient(request.execute);
  const runtime = runtimeOf(request);
  const url = new URL(request.path, 'http://page.invalid'); // only path and query are read
  const framed = request.viewer === 'signed-in' ? client.query({ query: FrameQuery }) : undefined;
  const [page] = await Promise.all([loadPage({ client, engine, runtime, url, fresh: false }), framed]);
  const { outcome } = page;
  if (outcome.redirect) {
    const redirect = localePrefix(request.locale) + outcome.redirect.path;
    return { status: outcome.redirect.permanent ? 301 : 302, html: '', redirect };
  }
  const body = renderBody({ client, engine, runtime, page });
  const state = { cache: client.extract(), runtime };
  const html = renderDocument({
    runtime,
    outcome,
    body,
    state,
    assets: request.assets,
    nonce: request.nonce,
  });
  return { status: request.refusedForm?.status ?? outcome.status ?? 200, html };
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
  const engine = await engines[request.locale];
  const client = createServerClient(() => Promise.reject(new Error('problem pages ask nothing')));
  const runtime = runtimeOf({
    ...request,
    viewer: 'visitor',
    execute: () => Promise.reject(new Error('unused')),
  });
  const page: LoadedPage = problemPage(engine, status);
  const body = renderBody({ client, engine, runtime, page });
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

function runtimeOf({ locale, viewer, site, formToken, notice, path, ...request }: PageRequest): PageRuntime {
  const refusedForm = request.refusedForm && withoutPasswords(request.refusedForm);
  return { locale, viewer, site, formToken, refusedForm, notice, path, renderKey: randomUUID() };
}

/** What was typed goes back into the page, but never a password. */
function withoutPasswords(form: RefusedForm): RefusedForm {
  const { password: _password, ...fields } = form.fields;
  return { ...form, fields };
}

function renderBody(parts: {
  client: ReturnType<typeof createServerClient>;
  engine: i18n;
  runtime: PageRuntime;
  page: LoadedPage;
}): string {
  const { client, engine, runtime, page } = parts;
  const prefix = localePrefix(runtime.locale);
  return renderToString(
    <StaticRouter basename={prefix || '/'} location={prefix + runtime.path}>
      <Providers client={client} engine={engine}>
        <PageView page={page} runtime={runtime} />
      </Providers>
    </StaticRouter>,
  );
}
