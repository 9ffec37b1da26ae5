import { Injectable } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Clock, Environment, IdentityDatabase, KeyRing, Randomness } from '@kundig/platform/server';
import { IDLE_MS, judgeSession } from './session.policy.js';
import { SessionStore } from './session-store.js';

declare module 'express-session' {
  interface SessionData {
    begunAt?: number;
    usedAt?: number;
    /** When a code of the second factor was entered last; milliseconds since 1970, as the others. */
    factorProvedAt?: number;
    /** Told to the pages of this session only; whoever posts it was shown one. */
    formToken?: string;
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface User {
      accountId: string;
    }
  }
}

/** Sessions of the web process: a random id in one cookie, everything else in PostgreSQL. Visitors have none. */
@Injectable()
export class Sessions {
  private readonly passport = new passport.Passport();

  constructor(
    private readonly environment: Environment,
    private readonly keys: KeyRing,
    private readonly database: IdentityDatabase,
    private readonly clock: Clock,
    randomness: Randomness,
  ) {
    this.passport.serializeUser<string, Request>((req, user, done) => {
      const now = clock.now().getTime();
      Object.assign(req.session, { begunAt: now, usedAt: now, formToken: randomness.token() });
      done(null, user.accountId);
    });
    this.passport.deserializeUser<string>((accountId, done) => done(null, { accountId }));
  }

  /** To be mounted in this order before everything that asks who is there. One statement for who sends a cookie. */
  middleware(): RequestHandler[] {
    return [
      this.store(),
      this.enforcePolicy,
      this.passport.initialize() as RequestHandler,
      this.passport.session() as RequestHandler,
    ];
  }

  /** Made anew when a rotation has brought another key: cookies of the older ones stay good. */
  private store(): RequestHandler {
    const store = new SessionStore(this.database);
    let [known, handler] = [this.keys.versions.join(), this.handler(store)];
    return (req, res, next) => {
      const versions = this.keys.versions.join();
      if (versions !== known) [known, handler] = [versions, this.handler(store)];
      handler(req, res, next);
    };
  }

  private handler(store: SessionStore): RequestHandler {
    const secure = this.environment.isSecure;
    return session({
      store,
      name: secure ? '__Host-kundig' : 'kundig',
      secret: this.keys.versions.map((version) =>
        this.keys.derive('session-cookie', version).toString('base64url'),
      ),
      resave: false,
      saveUninitialized: false,
      proxy: secure ? true : undefined,
      cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: IDLE_MS },
    });
  }

  private readonly enforcePolicy: RequestHandler = (req, _res, next) => {
    const { begunAt, usedAt } = req.session;
    if (begunAt === undefined || usedAt === undefined) return next();
    const now = this.clock.now().getTime();
    const verdict = judgeSession({ begunAt, usedAt }, now);
    if (verdict === 'expired') return req.session.regenerate(next);
    if (verdict === 'note-use') req.session.usedAt = now;
    next();
  };
}
