import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Environment } from '@kundig/platform/server';
import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import type { SchemaRunner } from '../graphql/schema-runner.js';
import type { KundigRequest } from '../http/request-contexts.js';
import type { PageCache } from './page-cache.js';
import { sendPage } from './send-page.js';
import type { WebBundle } from './web-bundle.js';

/** Everything that is not an endpoint is a page; its absence and its failure are pages too. */
export function pages(
  app: NestExpressApplication,
  run: SchemaRunner,
  bundle: WebBundle,
  cache: PageCache,
  environment: Environment,
): void {
  const log = new Logger('Pages');
  const server = app.getHttpAdapter().getInstance() as Express;
  server.use((req: Request, res: Response, next) => {
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    sendPage(req, res, {
      run,
      bundle,
      environment,
      cache: isRead ? cache : undefined,
      problem: isRead ? undefined : 404,
    }).catch(next);
  });
  const failed: ErrorRequestHandler = (
    error: { status?: number; type?: string; stack?: string },
    req,
    res,
    next,
  ) => {
    const status = error.status && error.status < 500 ? error.status : 500;
    if (status === 500) log.error(error.stack ?? String(error));
    if (res.headersSent) return next(error);
    if (req.path === '/graphql' || !(req as Partial<KundigRequest>).kundig)
      return void res
        .status(status)
        .json({
          errors: [
            {
              message: 'Refused.',
              extensions: { code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' },
            },
          ],
        });
    sendPage(req, res, { run, bundle, environment, problem: 500 }).catch(next);
  };
  server.use(failed);
}
