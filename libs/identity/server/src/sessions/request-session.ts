import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { SessionDoor } from '@kundig/platform/server';

/** @returns the signed-in account of a request; null for visitors */
export const accountOf = (req: Request): string | null => req.user?.accountId ?? null;

/** @returns what services may do to the session of the request */
export function sessionDoor(req: Request): SessionDoor {
  return {
    signIn: async (accountId, factorProvedAt) => {
      // Who only proves the second factor stays signed in no longer than before.
      const begunAt = factorProvedAt && accountOf(req) === accountId ? req.session.begunAt : undefined;
      await new Promise<void>((resolve, reject) => {
        req.logIn({ accountId }, (error: unknown) => (error ? reject(error as Error) : resolve()));
      });
      if (factorProvedAt) req.session.factorProvedAt = factorProvedAt.getTime();
      if (begunAt !== undefined) req.session.begunAt = begunAt;
    },
    signOut: () =>
      new Promise((resolve, reject) => {
        req.user = undefined;
        req.session.destroy((error: unknown) => (error ? reject(error as Error) : resolve()));
      }),
  };
}

/** @returns when the second factor was proven in the session of the request */
export const factorProvedAtOf = (req: Request): Date | null =>
  accountOf(req) === null || req.session.factorProvedAt === undefined
    ? null
    : new Date(req.session.factorProvedAt);

/** @returns what every form of this session carries; undefined for visitors, whose posts are judged by their origin */
export const formTokenOf = (req: Request): string | undefined =>
  accountOf(req) === null ? undefined : req.session.formToken;

/** @returns whether a form came from a page of this session; always for visitors, who have none to abuse */
export function checkFormToken(req: Request, token: string | undefined): boolean {
  if (accountOf(req) === null) return true;
  const given = Buffer.from(token ?? '');
  const expected = Buffer.from(req.session.formToken ?? '');
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}
