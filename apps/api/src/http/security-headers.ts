import { randomBytes } from 'node:crypto';
import type { Environment } from '@kundig/platform/server';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { WebBundle } from '../pages/web-bundle.js';

/** Nonce of this answer, for pages that are not shared. Cacheable pages carry none: a stored nonce protects nothing. */
export const nonceOf = (res: Response): string =>
  (res.locals.nonce ??= randomBytes(16).toString('base64')) as string;

/**
 * Headers of every answer. Scripts come from this origin, plus the one inline script that sets the colour scheme (by
 * hash) and, on signed-in pages, a nonce; styles from this origin only; nothing from elsewhere, so that no third party
 * learns who reads.
 */
export function securityHeaders(environment: Environment, bundle: WebBundle): RequestHandler {
  const base = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: environment.isSecure ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: environment.isSecure ? { policy: 'same-origin' } : false,
    originAgentCluster: environment.isSecure,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
  });
  return (req, res, next) => {
    res.setHeader('Content-Security-Policy', contentPolicy(bundle.inlineScriptHash));
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    base(req, res, next);
  };
}

/** @param script source of the inline script, `'sha256-…'`; with a nonce beside it on signed-in pages */
export function contentPolicy(script: string, nonce?: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' ${script}${nonce ? ` 'nonce-${nonce}'` : ''}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
