import { Injectable, Logger } from '@nestjs/common';
import { formTokenOf } from '@kundig/identity/server';
import { OldAddresses } from '@kundig/importer/server';
import {
  Environment,
  OperatorTexts,
  OutgoingMail,
  SchemaRunner,
  type PersonalLink,
  type RevealedPersonObject,
} from '@kundig/platform/server';
import { SiteSettings } from '@kundig/site/server';
import type { Request, Response } from 'express';
import { localeOf, pathOf, type KundigRequest } from '../http/request-contexts.js';
import { requestIdOf } from '../http/request-id.js';
import { contentPolicy, nonceOf } from '../http/security-headers.js';
import { pack, packingFor, sendPacked } from './packing.js';
import { isVisitorsRead, PageCache, sendCached } from './page-cache.js';
import { WebBundle, type PageSite, type ProblemStatus, type RefusedForm } from './web-bundle.js';

/** The page that answers a plain form: the form's own, when it was refused, or one with what the form hands over. */
export interface FormPage {
  /** Address of the page, without language prefix. */
  readonly path: string;
  readonly refused?: RefusedForm;
  readonly links?: readonly PersonalLink[];
  /** Null where nobody stands behind the persona any more. */
  readonly person?: RevealedPersonObject | null;
}

/** Renders pages for whoever asks: visitors' pages are alike for all of them and kept, others are `no-store`. */
@Injectable()
export class PageSender {
  private readonly log = new Logger(PageSender.name);

  constructor(
    private readonly bundle: WebBundle,
    private readonly run: SchemaRunner,
    private readonly cache: PageCache,
    private readonly oldAddresses: OldAddresses,
    private readonly settings: SiteSettings,
    private readonly environment: Environment,
    private readonly mail: OutgoingMail,
    private readonly texts: OperatorTexts,
  ) {}

  /** Sends the page at the request's address, or the one that answers a form. */
  async send(req: Request, res: Response, answering?: FormPage): Promise<void> {
    const { kundig: ctx } = req as KundigRequest;
    const signedIn = ctx.actor.isMember;
    const since = this.cache.now;
    await this.settings.latest();
    const page = await this.bundle.render({
      path: answering?.path ?? pathOf(req),
      locale: localeOf(req),
      site: this.site,
      execute: (operation) => this.run.run(ctx, operation),
      viewer: signedIn ? 'signed-in' : 'visitor',
      nonce: signedIn ? this.withNonce(res) : undefined,
      formToken: signedIn ? formTokenOf(req) : undefined,
      refusedForm: answering?.refused,
      links: answering?.links,
      person: answering?.person,
      statusHidden: ctx.statusHidden || undefined,
    });
    if (page.redirect) return this.leadTo(res, page.status, page.redirect);
    if (!signedIn && page.status === 200 && !page.secret && isVisitorsRead(req))
      return sendCached(req, res, this.cache.keep(req, page.html, ctx.shown, since));
    if (page.status === 404 && (await this.leadOn(req, res))) return;
    this.sendPersonal(req, res, page.status, page.html);
  }

  /** Sends the page that explains a failure; asks nothing of the schema, so that it works when that is what failed. */
  async sendProblem(req: Request, res: Response, status: ProblemStatus): Promise<void> {
    const nonce = this.withNonce(res);
    const request = { path: pathOf(req), locale: localeOf(req), nonce, site: this.site };
    const { html } = await this.bundle.problem(request, status);
    this.sendPersonal(req, res, status, html);
  }

  /**
   * Ends a page or form that failed: an expected refusal of a query with the page that says so, anything else as a defect,
   * of which the log gets the cause and the reader only that there was one.
   */
  async fail(req: Request, res: Response, error: unknown): Promise<void> {
    const refusal = REFUSED_QUERIES[codeOf(error)];
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!refusal) this.log.error(`${requestIdOf(res)}: ${cause}`);
    if (res.headersSent) return void res.destroy();
    await this.sendProblem(req, res, refusal ?? 500);
  }

  /** Sends those who follow an address of an imported site to its new place. @returns whether there is one */
  private async leadOn(req: Request, res: Response): Promise<boolean> {
    const { kundig: ctx } = req as KundigRequest;
    const path = await this.oldAddresses.resolve(ctx, pathOf(req), req.hostname);
    if (path === null) return false;
    this.leadTo(res, 301, localeOf(req) === 'en' ? `/en${path}` : path);
    return true;
  }

  /** Nothing on the way may keep it: members are led to what visitors may not know of, and addresses hold titles. */
  private leadTo(res: Response, status: number, path: string): void {
    res.setHeader('Cache-Control', 'no-store');
    res.redirect(status, path);
  }

  private get site(): PageSite {
    const { name, timeZone, stylesheet, iconVersion, address } = this.settings;
    const { settings, switchedOff } = this.settings.current;
    const { logo, logoDark } = settings;
    return {
      ...{ name, timeZone, baseUrl: this.environment.baseUrl },
      stylesheet: stylesheet ? `/site/${stylesheet.version}.css` : undefined,
      address: address === 'du' ? address : undefined,
      logo: logo ? { light: logo, dark: logoDark ?? undefined } : undefined,
      off: switchedOff.length > 0 ? switchedOff : undefined,
      mailless: this.mail.leaves ? undefined : true,
      textsIncomplete: this.texts.acceptedIncomplete || undefined,
      icons: iconVersion ? `/site/icon/${iconVersion}` : undefined,
    };
  }

  private withNonce(res: Response): string {
    const nonce = nonceOf(res);
    res.setHeader('Content-Security-Policy', contentPolicy(this.bundle.inlineScriptHash, nonce));
    return nonce;
  }

  private sendPersonal(req: Request, res: Response, status: number, html: string): void {
    res.setHeader('Cache-Control', 'no-store');
    const packing = packingFor(req);
    sendPacked(req, res, status, pack(Buffer.from(html), packing), packing);
  }
}

/** Pages of queries that were refused, by the code of the error. */
const REFUSED_QUERIES: Record<string, ProblemStatus | undefined> = {
  InvalidInputError: 404,
  NotFoundError: 404,
  NotAllowedError: 403,
  SignInRequiredError: 403,
  TooManyRequestsError: 429,
};

/** Code of the first GraphQL error behind a page that could not be made. */
const codeOf = (error: unknown): string =>
  (error as { errors?: { extensions?: { code?: string } }[] }).errors?.[0]?.extensions?.code ?? '';
