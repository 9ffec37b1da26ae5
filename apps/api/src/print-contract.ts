import 'reflect-metadata';
import { NestFactory, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { connect, migrate } from '@kundig/composition/server';
import { ACCESS_RULE, Environment, KeyRing, type AccessRule } from '@kundig/platform/server';
import { lexicographicSortSchema, printSchema } from 'graphql';
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
    const rules = rulesByMethod(app.get(DiscoveryService, { strict: false }), app.get(Reflector));
    const access: Record<string, string> = {};
    for (const type of [schema.getQueryType()!, schema.getMutationType()!])
      for (const field of Object.keys(type.getFields()))
        access[`${type.name}.${field}`] = rules.get(field) ?? 'NONE';
    return { schema: `${printSchema(schema)}\n`, access };
  } finally {
    await app.close();
  }
}

/** Access rules by the name under which the schema shows a resolver's method. */
function rulesByMethod(discovery: DiscoveryService, reflector: Reflector): Map<string, string> {
  const rules = new Map<string, string>();
  const scanner = new MetadataScanner();
  for (const { instance } of discovery.getProviders()) {
    if (!instance || typeof instance !== 'object') continue;
    for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
      const handler = (instance as Record<string, unknown>)[method];
      if (typeof handler !== 'function') continue;
      const rule = reflector.get<AccessRule | undefined>(ACCESS_RULE, handler);
      const name = reflector.get<string | undefined>('graphql:resolver_name', handler) ?? method;
      if (rule) rules.set(name, rule.kind === 'permission' ? rule.permission : rule.kind);
    }
  }
  return rules;
}
