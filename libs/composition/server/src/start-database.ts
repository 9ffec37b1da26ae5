import { startEmbeddedPostgres, type Environment } from '@kundig/platform/server';

/** The database of a community. */
export interface StartedDatabase {
  /** Connection of the owner. */
  readonly url: string;
  /** Whether it is the one that comes with Kundig, which is migrated by every start. */
  readonly embedded: boolean;
  /** Ends this use; the embedded server ends with its last user. */
  stop(): Promise<void>;
}

/**
 * The database named by `DATABASE_URL`, else the embedded one, started or joined.
 * @param log told in whole sentences what the operator should know
 * @throws EmbeddedPostgresError with one sentence for the operator
 */
export async function startDatabase(
  environment: Environment,
  log: (sentence: string) => void,
): Promise<StartedDatabase> {
  const url = environment.get('DATABASE_URL');
  if (url) return { url, embedded: false, stop: async () => undefined };
  const embedded = await startEmbeddedPostgres({ dataDir: environment.dataDir, log });
  return { url: embedded.url, embedded: true, stop: () => embedded.stop() };
}
