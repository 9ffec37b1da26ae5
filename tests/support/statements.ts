import { AppDatabase, IdentityDatabase } from '@kundig/platform/server';
import type { Logger } from 'typeorm';
import type { TestCommunity } from './community.js';

/** Runs `work` and returns every SQL statement that both roles sent meanwhile, transaction brackets among them. */
export async function statementsOf(
  community: TestCommunity,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: string[] = [];
  const sources = [community.get(AppDatabase), community.get(IdentityDatabase)].map(
    ({ dataSource }) => dataSource,
  );
  const loggers = sources.map(({ logger }) => logger);
  for (const source of sources)
    source.logger = {
      ...silent,
      logQuery: (statement) => void statements.push(statement),
    };
  try {
    await work();
  } finally {
    sources.forEach((source, index) => (source.logger = loggers[index]!));
  }
  return statements;
}

const nothing = () => undefined;
const silent: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
