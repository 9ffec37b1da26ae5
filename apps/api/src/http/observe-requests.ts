import { Logger, type INestApplicationContext } from '@nestjs/common';
import { Environment, Metrics } from '@kundig/platform/server';
import type { Request, RequestHandler } from 'express';
import { Counter, Histogram } from 'prom-client';
import { ReadinessProbe } from '../health/readiness.js';
import { PageCache } from '../pages/page-cache.js';
import { WebBundle } from '../pages/web-bundle.js';
import { pathOf } from './request-contexts.js';
import { nameRequest } from './request-id.js';

/** Seconds; the first is a cached page, the last what PostgreSQL cuts off. */
const BUCKETS = [0.002, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Gives every request its id, the one of the proxy in front where we trust that, and tells the log and the metrics how it
 * ended: by its route, as its path may hold a title, a search or a secret. While the process ends, clients are asked to
 * take their next request elsewhere.
 */
export function observeRequests(app: INestApplicationContext): RequestHandler {
  const log = new Logger('Request');
  const bundle = app.get(WebBundle);
  const probe = app.get(ReadinessProbe);
  const trusted = app.get(Environment).get('TRUST_PROXY') > 0;
  const durations = app.get(Environment).get('METRICS_PORT') ? measureRequests(app) : undefined;
  return (req, res, next) => {
    const began = performance.now();
    const requestId = nameRequest(res, trusted ? req.get('x-request-id') : undefined);
    if (probe.isStopping) res.setHeader('Connection', 'close');
    res.once('close', () => {
      const ms = performance.now() - began;
      const { method } = req;
      const status = res.writableFinished ? res.statusCode : 499; // the reader went away
      const route = routeOf(req, bundle);
      durations?.observe({ method, route, status }, ms / 1000);
      log.log({ requestId, method, route, status, ms: Number(ms.toFixed(1)) });
    });
    next();
  };
}

function measureRequests(app: INestApplicationContext): Histogram<'method' | 'route' | 'status'> {
  const { registry } = app.get(Metrics);
  const cache = app.get(PageCache);
  new Counter({
    name: 'kundig_page_cache_requests_total',
    help: 'Pages asked for by visitors: answered from the cache, or rendered',
    labelNames: ['result'],
    registers: [registry],
    collect() {
      this.reset();
      this.inc({ result: 'hit' }, cache.hits);
      this.inc({ result: 'miss' }, cache.misses);
    },
  });
  return new Histogram({
    name: 'kundig_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
}

/** The pattern of an address; addresses that no route knows share one. */
function routeOf(req: Request, bundle: WebBundle): string {
  const { path } = (req.route ?? {}) as { path?: string };
  if (path && !path.includes('*')) return path;
  const [, first = ''] = req.originalUrl.split(/[/?]/);
  return first === 'assets' || first === 'graphql' ? `/${first}` : bundle.patternOf(pathOf(req));
}
