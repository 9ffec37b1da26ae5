import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from '@kundig/platform/server';
import type { GraphQLSchema } from 'graphql';

/** What stands for a root field or route without a rule. */
export const NO_RULE = 'NONE';

/** Marks of @nestjs/graphql on a resolver's method: the root type, and the field's name where it is not the method's. */
const ROOT_TYPE = 'graphql:resolver_type';
const FIELD_NAME = 'graphql:resolver_name';

/**
 * Looks up the access rule of every root field, as the guard would find it.
 * @returns `Mutation.reply` -> `member`; `NONE` for a field without a rule
 */
export function accessOfFields(app: INestApplicationContext, schema: GraphQLSchema): Record<string, string> {
  const rules = new Map<string, string>();
  for (const { handler, type, method } of handlersOf(app, 'getProviders')) {
    const root = app.get(Reflector).get<string | undefined>(ROOT_TYPE, handler);
    if (!root) continue;
    const name = app.get(Reflector).get<string | undefined>(FIELD_NAME, handler) ?? method;
    rules.set(`${root}.${name}`, ruleOf(app, handler, type));
  }
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  const fields = roots.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  return Object.fromEntries(fields.map((field) => [field, rules.get(field) ?? NO_RULE]));
}

/** @returns the access rule of every method that answers a route, `FormsController.submit` -> `public` */
export function accessOfRoutes(app: INestApplicationContext): Record<string, string> {
  const routes = handlersOf(app, 'getControllers').filter(({ handler }) =>
    Reflect.hasMetadata('path', handler),
  );
  return Object.fromEntries(
    routes.map(({ handler, type, method }) => [`${type.name}.${method}`, ruleOf(app, handler, type)]),
  );
}

interface Handler {
  readonly type: Type<unknown>;
  readonly method: string;
  readonly handler: () => unknown;
}

function handlersOf(app: INestApplicationContext, kind: 'getProviders' | 'getControllers'): Handler[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    [kind]()
    .flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      const type = instance.constructor as Type<unknown>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((method) => typeof prototype[method] === 'function')
        .map((method) => ({ type, method, handler: prototype[method]! }));
    });
}

function ruleOf(app: INestApplicationContext, handler: () => unknown, type: Type<unknown>): string {
  const rule = app.get(Reflector).getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [handler, type]);
  if (!rule) return NO_RULE;
  if (rule.kind === 'permission') return rule.permission;
  return rule.kind === 'member' && rule.evenSuspended ? 'member even suspended' : rule.kind;
}
