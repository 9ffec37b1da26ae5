import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule, migrate } from '@kundig/composition/server';
import { AppDatabase, Environment, KeyRing, RequestContext } from '@kundig/platform/server';
import { SearchEngine } from '@kundig/search/server';
import { parseQuery } from '../../libs/search/server/src/query/parse-query.js';
export async function open(url: string) {
  await migrate({ url } as never);
  const environment = Environment.read({ KEYS_DIR: process.env.KEYS_DIR, DATABASE_URL: url });
  const keys = KeyRing.open(environment.keysDir);
  const connections = await connect(environment, keys, url);
  const app = await NestFactory.createApplicationContext(DomainsModule.forRoot(environment, keys, connections), { logger: ['error'] });
  return { app, engine: app.get(SearchEngine, { strict: false }), db: app.get(AppDatabase, { strict: false }), ctx: RequestContext.system(), parseQuery };
}
