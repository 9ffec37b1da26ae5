import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { connect, migrate } from '@kundig/composition/server';
import { Environment, KeyRing } from '@kundig/platform/server';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { accessOfFields } from './access-rules.js';
import { SchemaModule } from './schema.module.js';

/** What both sides of the program rely on, as text. */
export interface Contract {
  /** The GraphQL schema. */
  readonly schema: string;
  /** Access rule of every root field, such as `Mutation.reply`: `member`. A field without one reads `NONE`. */
  readonly access: Record<string, string>;
}

/** Prints the contract of the code as it is, on an empty database of the caller's. */
export async function printContract(databaseUrl: string): Promise<Contract> {
  const environment = Environment.read({
    KEYS_DIR: process.env.KEYS_DIR,
    DATABASE_URL: databaseUrl,
    EMBEDDED_WORKER: 'off',
  });
  const keys = KeyRing.open(environment.keysDir);
  await migrate({ url: databaseUrl, keys });
  const connections = await connect(environment, keys, databaseUrl);
  const app = await NestFactory.create(SchemaModule.forRoot(environment, keys, connections), {
    logger: ['error'],
  });
  await app.init();
  try {
    const schema = lexicographicSortSchema(app.get(GraphQLSchemaHost, { strict: false }).schema);
    return { schema: `${printSchema(schema)}\n`, access: accessOfFields(app, schema) };
  } finally {
    await app.close();
  }
}
