import { NestFactory } from '@nestjs/core';
import { connect, DomainsModule, migrate, startDatabase } from '@kundig/composition/server';
import {
  ExpectedError,
  Environment,
  KeyRing,
  RequestContext,
  Translator,
  Worker,
} from '@kundig/platform/server';
import { servicesOf, type Services } from '@kundig/seed/server';
import type { INestApplicationContext } from '@nestjs/common';
import { Refusal } from './refusal.js';
import type { Terminal } from './terminal.js';

/** The database as its owner sees it. */
export interface OwnedDatabase {
  readonly url: string;
  readonly keys: KeyRing;
}

/** The community, with everything a command may ask of it. */
export interface OpenCommunity {
  readonly database: OwnedDatabase;
  readonly context: INestApplicationContext;
  readonly services: Services;
  readonly ctx: RequestContext;
}

/** What every command gets: the way to the community it works on. */
export class Kundig {
  /** What the shell learns of a command that did its work. */
  exitCode = 0;

  constructor(
    readonly terminal: Terminal,
    private readonly variables: NodeJS.ProcessEnv,
  ) {}

  get environment(): Environment {
    return Environment.read(this.variables);
  }

  /** Runs `work` with the database; the embedded one is started when no other process has, and stopped again then. */
  async withDatabase<T>(work: (database: OwnedDatabase) => Promise<T>): Promise<T> {
    const { environment } = this;
    const keys = KeyRing.open(environment.keysDir);
    const database = await startDatabase(environment, (sentence) => this.terminal.line(sentence));
    try {
      return await work({ url: database.url, keys });
    } finally {
      await database.stop();
    }
  }

  /** Runs `work` with all domains, as the system. The embedded database is migrated first, as at every start. */
  withCommunity<T>(work: (community: OpenCommunity) => Promise<T>): Promise<T> {
    return this.withDatabase(async (database) => {
      if (!this.environment.get('DATABASE_URL')) await migrate(database);
      return this.inside(database, work);
    });
  }

  /** Runs `work` with all domains on a database that is of this release. */
  async inside<T>(database: OwnedDatabase, work: (community: OpenCommunity) => Promise<T>): Promise<T> {
    const { environment } = this;
    const { url, keys } = database;
    const connections = await connect(environment, keys, url);
    const context = await NestFactory.createApplicationContext(
      DomainsModule.forRoot(environment, keys, connections),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      context.get(Worker).register(); // who follows events must be known before the first one
      return await work({
        database,
        context,
        services: servicesOf(context),
        ctx: RequestContext.system('en'),
      });
    } catch (error) {
      throw error instanceof ExpectedError ? spoken(error, context.get(Translator)) : error;
    } finally {
      await context.close();
    }
  }
}

const spoken = ({ messageKey, details }: ExpectedError, translator: Translator): Refusal =>
  new Refusal(translator.translate('en', messageKey, details.params));
