import { readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  print,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import type { Execute } from '@kundig/web-kit';

/** Values for fields by `Type.field`; a function gets the field's arguments. What is missing is made up by type. */
export type MockValues = Record<string, unknown>;

const LIST_LENGTH = 3;

/**
 * An `execute` that answers every operation of the schema without a server: from `values`, else with something of the
 * right type. A page that asks for what the schema has not fails.
 *
 * @param schemaFile path of the committed schema
 * @param values what the test is about
 */
export function mockExecute(schemaFile: string, values: MockValues = {}): Execute {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
  let made = 0;

  const makeUp = (type: GraphQLOutputType, name: string): unknown => {
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: LIST_LENGTH }, () => makeUp(inner.ofType, name));
    if (isObjectType(inner)) return {};
    if (isAbstractType(inner)) return { __typename: schema.getPossibleTypes(inner)[0]!.name };
    if (isEnumType(inner)) return inner.getValues()[0]!.value;
    switch (inner.name) {
      case 'ID':
        return `id${++made}`;
      case 'Int':
        return 3;
      case 'Float':
        return 0.5;
      case 'Boolean':
        return true;
      case 'DateTime':
        return '2026-03-12T09:15:00.000Z';
      default:
        return name.endsWith('ath') ? `/${name}/${++made}` : `${name} ${++made}`;
    }
  };

  const resolve: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, _context, info) => {
    const own = source && info.fieldName in source ? source[info.fieldName] : undefined;
    const given = own === undefined ? values[`${info.parentType.name}.${info.fieldName}`] : own;
    if (typeof given === 'function') return given(args, source);
    return given === undefined ? makeUp(info.returnType, info.fieldName) : given;
  };

  return async ({ document, variables }) => {
    const result = await execute({
      schema,
      document: parse(print(document)),
      variableValues: variables,
      rootValue: {},
      fieldResolver: resolve,
    });
    return JSON.parse(JSON.stringify(result)); // plain objects, as they come from elsewhere
  };
}
