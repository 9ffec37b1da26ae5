import { createHmac } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import {
  accountOf,
  factorProvedAtOf,
  IdentityPort,
  sessionDoor,
  suspensionOf,
} from '@kundig/identity/server';
import { Actors } from '@kundig/groups/server';
import { Actor, Environment, KeyRing, RequestContext, type Locale } from '@kundig/platform/server';
import { SiteSettings } from '@kundig/site/server';
import type { Request, RequestHandler } from 'express';
import { browserChoices, hidesStatus } from './browser-choices.js';
import { browserMarks } from './browser-marks.js';
import { clientNetwork } from './client-network.js';
import { requestIdOf } from './request-id.js';

/** A request that has passed `requestContexts`. */
export type KundigRequest = Request & { kundig: RequestContext };

/**
 * Makes the one context of a request, for the GraphQL road and the page road alike: who acts (two statements for a
 * signed-in account, none for visitors), in which language, with which door to its session.
 */
export function requestContexts(app: INestApplication): RequestHandler {
  const identity = app.get(IdentityPort);
  const actors = app.get(Actors);
  const settings = app.get(SiteSettings);
  const keys = app.get(KeyRing);
  const secure = app.get(Environment).baseUrl.startsWith('https:');
  return async (req, res, next) => {
    try {
      const accountId = accountOf(req);
      const account = accountId ? await identity.actorFor(accountId) : null;
      const person = account ? await actors.of(account.memberId) : Actor.visitor;
      const suspension = account && suspensionOf(account.suspensions, { appointed: person.isAppointed });
      const factorOwed = settings.demandsSecondFactor && person.isAppointed && !account?.hasSecondFactor;
      (req as KundigRequest).kundig = RequestContext.for({
        // Whoever is suspended or owes a second factor reads on as a member, and holds no office.
        actor:
          account && (suspension || factorOwed) ? Actor.member(account.memberId, person.groupIds) : person,
        suspension,
        youngAccount: account?.isYoung,
        secondFactor: account
          ? { on: account.hasSecondFactor, owed: factorOwed, provedAt: factorProvedAtOf(req) }
          : undefined,
        ownTraces: account ? () => account.ownTraces : undefined,
        locale: localeOf(req),
        requestId: requestIdOf(res),
        session: sessionDoor(req),
        browser: browserMarks(req, res, secure),
        choices: browserChoices(res, secure),
        statusHidden: account ? account.statusHidden : hidesStatus(req),
        textsWaiting: account?.textsWaiting,
        // Keyed, so that a stored limit does not tell who called.
        clientAddress: createHmac('sha256', keys.derive('client-address'))
          .update(clientNetwork(req.ip ?? ''))
          .digest('base64url'),
      });
      next();
    } catch (error) {
      next(error);
    }
  };
}

/** The language stands in the address: German without prefix, English below `/en`; operations name it in a header. */
export function localeOf(req: Request): Locale {
  if (req.path === '/graphql') return req.get('x-kundig-locale') === 'en' ? 'en' : 'de';
  return req.path === '/en' || req.path.startsWith('/en/') ? 'en' : 'de';
}

/**
 * @returns the address without language prefix, query included; it begins with one slash, because a page that leads to
 *          itself in another language would lead to another host with two
 */
export function pathOf(req: Request): string {
  return req.originalUrl.replace(/^\/en(?=[/?]|$)/, '').replace(/^[/\\]*/, '/');
}
