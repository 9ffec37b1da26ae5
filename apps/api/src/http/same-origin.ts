import type { Environment } from '@kundig/platform/server';
import { checkFormToken } from '@kundig/identity/server';
import type { Request, RequestHandler } from 'express';

/**
 * Refuses writes that come from a page of somebody else. The browser says where a request comes from (Origin,
 * Sec-Fetch-Site); a session's writes must also carry its token, as a form field or a header.
 */
export function sameOrigin(environment: Environment): RequestHandler {
  const own = new URL(environment.baseUrl).host;
  return (req, _res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || isOneClickUnsubscribe(req)) return next();
    if (comesFromHere(req, own) && (isBeacon(req) || checkFormToken(req, tokenOf(req)))) return next();
    next(Object.assign(new Error('A write that comes from elsewhere or without its token'), { status: 403 }));
  };
}

function comesFromHere(req: Request, own: string): boolean {
  const site = req.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  const origin = req.get('origin');
  if (!origin) return true; // no browser: it has no cookies of ours, or the token decides
  return URL.canParse(origin) && [own, req.get('host')].includes(new URL(origin).host);
}

/** Mail programs post it without page or session (RFC 8058); its own token decides. */
const isOneClickUnsubscribe = (req: Request): boolean => req.path.startsWith('/mail/unsubscribe/');

/** Anonymous counters, which change nothing of a person. */
const isBeacon = (req: Request): boolean => req.path.startsWith('/beacon/');

function tokenOf(req: Request): string | undefined {
  const field = (req.body as Record<string, unknown> | undefined)?._token;
  return req.get('x-kundig-form') ?? (typeof field === 'string' ? field : undefined);
}
