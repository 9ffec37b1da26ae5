import type { BrowserMarks } from '@kundig/platform/server';
import type { Request, Response } from 'express';

/**
 * First-party and functional: the public ids of the posts this browser has answered *Hat das geholfen?* about. It holds
 * nothing that differs between two browsers with the same answers, and is read for nothing else.
 */
const COOKIE = 'kundig_helped';
const DAYS_KEPT = 180;
/** The oldest go first; a public id has twelve characters. */
const MARKS_KEPT = 60;
const MARK = /^[\w-]{1,20}$/;

/**
 * @param secure whether the browser may send the cookie over HTTPS only
 * @returns the marks of the browser that sent the request; changes leave with the response
 */
export function browserMarks(req: Request, res: Response, secure: boolean): BrowserMarks {
  let marks = (new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(req.get('cookie') ?? '')?.[1] ?? '')
    .split('.')
    .filter((mark) => MARK.test(mark));
  return {
    hasMark: (id) => marks.includes(id),
    addMark(id) {
      if (!MARK.test(id) || res.headersSent) return;
      marks = [...marks.filter((mark) => mark !== id), id].slice(-MARKS_KEPT);
      res.cookie(COOKIE, marks.join('.'), {
        httpOnly: true,
        maxAge: DAYS_KEPT * 24 * 60 * 60 * 1000,
        path: '/',
        sameSite: 'lax',
        secure,
      });
    },
  };
}
