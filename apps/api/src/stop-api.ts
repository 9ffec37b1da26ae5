import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Environment, within } from '@kundig/platform/server';
import { ReadinessProbe } from './health/readiness.js';
import { drain } from './http/drain.js';

/** How long requests may take to finish, and everything after them: jobs that end or are given back, connections. */
const REQUESTS_MS = 10_000;
const REST_MS = 15_000;

/**
 * Ends the web process in this order: load balancers are told and have time to look, requests finish, jobs finish or are
 * given back, the pools end. Lasts half a minute at most, beside that time.
 */
export async function stopApi(app: NestExpressApplication): Promise<void> {
  const log = new Logger('Stop');
  app.get(ReadinessProbe).beginToStop();
  await pause(app.get(Environment).get('STOP_NOTICE_SECONDS') * 1000);
  if (!(await drain(app.getHttpServer(), REQUESTS_MS))) log.warn('requests lasted too long and were cut off');
  if (!(await within(app.close(), REST_MS))) log.warn('jobs or connections did not end in time');
}
