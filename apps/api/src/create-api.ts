import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import type { Connections } from '@kundig/composition/server';
import { ChangeFeed, logOf, Metrics, Worker, type Environment, type KeyRing } from '@kundig/platform/server';
import { Sessions } from '@kundig/identity/server';
import compression from 'compression';
import express from 'express';
import { ApiModule } from './api.module.js';
import { multipartForms } from './forms/multipart-forms.js';
import { observeRequests } from './http/observe-requests.js';
import { refusals } from './http/refusals.js';
import { requestContexts } from './http/request-contexts.js';
import { sameOrigin } from './http/same-origin.js';
import { securityHeaders } from './http/security-headers.js';
import { persistedDocuments } from './graphql/persisted-documents.js';
import { PageCache } from './pages/page-cache.js';
import { WebBundle } from './pages/web-bundle.js';

/** Largest body of a form or an operation; a post has at most 30,000 characters of up to 4 bytes. */
const BODY_LIMIT = '256kb';

/** Builds the web process, ready to listen: middleware in the order in which a request passes it. */
export async function createApi(
  environment: Environment,
  keys: KeyRing,
  connections: Connections,
): Promise<NestExpressApplication> {
  const server = express();
  server.disable('x-powered-by');
  server.set('trust proxy', environment.get('TRUST_PROXY'));
  server.set('etag', false);
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.forRoot(environment, keys, connections),
    new ExpressAdapter(server),
    { logger: logOf(environment), bodyParser: false },
  );
  const bundle = app.get(WebBundle);
  const cache = app.get(PageCache);
  app.use(observeRequests(app));
  app.use(securityHeaders(environment, bundle));
  app.use(compression());
  app.use('/assets', express.static(bundle.assetFolder, { immutable: true, maxAge: '1y', index: false }));
  app.use(cache.serve());
  app.use(express.json({ limit: BODY_LIMIT }), express.text({ limit: 200 }));
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 100 }));
  app.use(...app.get(Sessions).middleware());
  app.use(requestContexts(app));
  app.use(multipartForms(app));
  app.use(sameOrigin(environment));
  app.use('/graphql', persistedDocuments(environment, bundle));
  app.use(refusals(app));
  await app.init();
  app.get(Worker).register();
  await app.get(ChangeFeed).listen(connections.app);
  const metricsPort = environment.get('METRICS_PORT');
  if (metricsPort) await app.get(Metrics).listen(metricsPort, environment.get('METRICS_HOST'));
  if (environment.get('EMBEDDED_WORKER')) await app.get(Worker).start();
  return app;
}
