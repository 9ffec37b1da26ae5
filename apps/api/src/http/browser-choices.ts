import type { BrowserChoices } from '@kundig/platform/server';
import type { Request, Response } from 'express';

/** First-party and functional: says no more than that the reader wants to see no status beside names. */
const COOKIE = 'kundig_plain';
const DAYS_KEPT = 180;

/** Whether the browser that sent the request wants to see no status beside names. */
export const hidesStatus = (req: Request): boolean =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=1(?:;|$)`).test(req.get('cookie') ?? '');

/**
 * @param secure whether the browser may send the cookie over HTTPS only
 * @returns what the browser may be told to remember; it leaves with the response
 */
export function browserChoices(res: Response, secure: boolean): BrowserChoices {
  return {
    hideStatus(hidden) {
      const attributes = { httpOnly: true, path: '/', sameSite: 'lax', secure } as const;
      if (hidden) res.cookie(COOKIE, '1', { ...attributes, maxAge: DAYS_KEPT * 24 * 60 * 60 * 1000 });
      else res.clearCookie(COOKIE, attributes);
    },
  };
}
