import { formTokenOf } from '@kundig/identity/server';
import type { Environment } from '@kundig/platform/server';
import type { Request, Response } from 'express';
import type { SchemaRunner } from '../graphql/schema-runner.js';
import { localeOf, pathOf, type KundigRequest } from '../http/request-contexts.js';
import { contentPolicy, nonceOf } from '../http/security-headers.js';
import { isVisitorsRead, sendCached, type PageCache } from './page-cache.js';
import type { ProblemStatus, RefusedForm, WebBundle } from './web-bundle.js';

export interface PageParts {
  readonly run: SchemaRunner;
  readonly bundle: WebBundle;
  readonly environment: Environment;
  /** Address to render, where it is not the request's own. */
  readonly path?: string;
  /** Shows the page of a problem instead. */
  readonly problem?: ProblemStatus;
  readonly refusedForm?: RefusedForm;
  /** Keeps what visitors see; absent where an answer is nobody else's. */
  readonly cache?: PageCache;
}

/** Renders a page for whoever asks and sends it: visitors' pages alike for all of them, others with `no-store`. */
export async function sendPage(req: Request, res: Response, parts: PageParts): Promise<void> {
  const { kundig: ctx } = req as KundigRequest;
  const { bundle, run, refusedForm, problem } = parts;
  const path = parts.path ?? pathOf(req);
  const signedIn = ctx.actor.isMember;
  const nonce = signedIn ? nonceOf(res) : undefined;
  if (nonce) res.setHeader('Content-Security-Policy', contentPolicy(bundle.inlineScriptHash, nonce));
  const since = parts.cache?.now ?? 0;
  const page = problem
    ? await bundle.problem({ path, locale: ctx.locale, nonce }, problem)
    : await bundle.render({
        path,
        locale: localeOf(req),
        execute: (operation) => run.run(ctx, operation),
        viewer: signedIn ? 'signed-in' : 'visitor',
        nonce,
        formToken: signedIn ? formTokenOf(req) : undefined,
        refusedForm,
      });
  if (page.redirect) return res.redirect(page.status, page.redirect);
  if (parts.cache && !signedIn && page.status === 200 && isVisitorsRead(req))
    return sendCached(req, res, parts.cache.keep(req, page.html, ctx.shown, since));
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Vary', 'Cookie');
  res.status(page.status).type('html').send(page.html);
}
