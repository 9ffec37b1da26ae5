import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** What a proxy in front may call a request. */
const FOREIGN_ID = /^[\w-]{8,64}$/;

/**
 * Gives a request its id and tells it in the header `X-Request-Id`.
 * @param foreign id that a trusted proxy gave
 */
export function nameRequest(res: Response, foreign: string | undefined): string {
  const requestId = foreign && FOREIGN_ID.test(foreign) ? foreign : randomUUID();
  res.locals.requestId = requestId;
  res.setHeader('X-Request-Id', requestId);
  return requestId;
}

/** @returns the random id of a request, under which the log knows it */
export const requestIdOf = (res: Response): string => res.locals.requestId as string;
