import type { NestExpressApplication } from '@nestjs/platform-express';
import { connect, migrate } from '@kundig/composition/server';
import { InviteFirstAdministratorService } from '@kundig/identity/server';
import {
  KeyRing,
  RequestContext,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type Environment,
} from '@kundig/platform/server';
import { createApi } from './create-api.js';
import { offerDemo } from './offer-demo.js';

export interface StartOptions {
  /** Fills an empty database with the demo community. */
  readonly demo: boolean;
  /** Told of each step, one line each. */
  readonly log: (line: string) => void;
}

/** A running web process. */
export interface RunningCommunity {
  readonly app: NestExpressApplication;
  /** Ends requests, jobs and, where it is ours, the database, in this order. */
  stop(): Promise<void>;
}

/**
 * Starts the web process: the embedded database where no other is named (which is then migrated, too), both pools, the
 * modules, the worker if it is embedded, and the listener.
 */
export async function startCommunity(
  environment: Environment,
  options: StartOptions,
): Promise<RunningCommunity> {
  const keys = KeyRing.open(environment.keysDir);
  const embedded = environment.get('DATABASE_URL')
    ? null
    : await startEmbeddedPostgres({ dataDir: environment.dataDir, log: options.log });
  try {
    return await serve(environment, keys, embedded, options);
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
): Promise<RunningCommunity> {
  const ownerUrl = embedded?.url ?? environment.get('DATABASE_URL')!;
  if (embedded) await migrate({ url: ownerUrl, keys, onStep: (name) => log(`  migrated ${name}`) });
  const app = await createApi(environment, keys, await connect(environment, keys, ownerUrl));
  await offerDemo(app, { demo, log });
  await app.listen(environment.get('PORT'), environment.get('HOST'));
  log(`Kundig runs at ${environment.baseUrl}`);
  const invitation = await app.get(InviteFirstAdministratorService).execute(RequestContext.system());
  if (invitation) log(`Nobody administers this community yet. Begin within a day, once, at ${invitation}`);

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= app.close().finally(() => embedded?.stop()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    // Not once: npm passes Ctrl-C on to a process that the terminal has already told, and the second must not cut the first short.
    process.on(signal, () => {
      if (!stopping) log('Stopping …');
      void stop().then(() => process.exit(0));
    });
  return { app, stop };
}
