import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { connect, migrate } from '@kundig/composition/server';
import { InviteFirstAdministratorService } from '@kundig/identity/server';
import {
  KeyRing,
  RequestContext,
  startEmbeddedPostgres,
  stopOnSignals,
  type EmbeddedPostgres,
  type Environment,
} from '@kundig/platform/server';
import { createApi } from './create-api.js';
import { offerDemo } from './offer-demo.js';
import { stopApi } from './stop-api.js';

export interface StartOptions {
  /** Fills an empty database with the demo community. */
  readonly demo: boolean;
  /** Told of each step, one line each. */
  readonly log: (line: string) => void;
}

/**
 * Starts the web process: the embedded database where no other is named (which is then migrated, too), both pools, the
 * modules, the worker if it is embedded, and the listener. A signal ends requests, jobs and, where it is ours, the database,
 * in this order; one that comes during the start waits for its end, as half a start would leave a database behind.
 */
export async function startCommunity(environment: Environment, options: StartOptions): Promise<void> {
  const starting = start(environment, options);
  stopOnSignals(
    async () => {
      options.log('Stopping …');
      const { app, embedded } = await starting;
      await stopApi(app).finally(() => embedded?.stop());
    },
    (problem) => new Logger('Stop').error(problem),
  );
  await starting;
}

interface RunningCommunity {
  readonly app: NestExpressApplication;
  readonly embedded: EmbeddedPostgres | null;
}

async function start(environment: Environment, options: StartOptions): Promise<RunningCommunity> {
  const keys = KeyRing.open(environment.keysDir);
  const embedded = environment.get('DATABASE_URL')
    ? null
    : await startEmbeddedPostgres({ dataDir: environment.dataDir, log: options.log });
  try {
    return { app: await serve(environment, keys, embedded, options), embedded };
  } catch (error) {
    await embedded?.stop(); // it would outlive us
    throw error;
  }
}

async function serve(
  environment: Environment,
  keys: KeyRing,
  embedded: EmbeddedPostgres | null,
  { demo, log }: StartOptions,
): Promise<NestExpressApplication> {
  const ownerUrl = embedded?.url ?? environment.get('DATABASE_URL')!;
  if (embedded) await migrate({ url: ownerUrl, keys, onStep: (name) => log(`  migrated ${name}`) });
  const app = await createApi(environment, keys, await connect(environment, keys, ownerUrl));
  await offerDemo(app, { demo, log });
  await app.listen(environment.get('PORT'), environment.get('HOST'));
  log(`Kundig runs at ${environment.baseUrl}`);
  const invitation = await app.get(InviteFirstAdministratorService).execute(RequestContext.system());
  if (invitation) log(`Nobody administers this community yet. Begin within a day, once, at ${invitation}`);
  return app;
}
