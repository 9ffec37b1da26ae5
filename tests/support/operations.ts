import { randomBytes, randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { GraphAnswer } from './browser.js';

/** Values of arguments by their names: ids of the test's own things. */
export type Ids = Readonly<Record<string, string>>;

/** A root field, ready to be called with everything it knows. */
export interface RootField {
  readonly root: 'Query' | 'Mutation';
  readonly name: string;
  /** Operation that asks for all fields of the answer, by default down to a depth of three. */
  readonly document: string;
  /** Names of the arguments that name a thing, `postId`. */
  readonly idNames: readonly string[];
  /** Every scalar argument, with its path in the variables and its type's name. */
  readonly scalars: readonly { readonly path: readonly string[]; readonly type: string }[];
  /** Valid values for all arguments, ids among them. */
  variables(ids: Ids): Record<string, unknown>;
}

const DEPTH = 3;

/**
 * @param depth how far down fields are asked for
 * @returns all queries and mutations of a schema, by name
 */
export function rootFieldsOf(schema: GraphQLSchema, depth = DEPTH): RootField[] {
  return (['Query', 'Mutation'] as const).flatMap((root) => {
    const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map(({ name, args, type: output }) => {
      const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
      const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
      const scalars = args.flatMap((argument) => scalarsOf(argument, []));
      return {
        ...{ root, name, scalars },
        document: `${root.toLowerCase()} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selectionOf(schema, output, depth)} }`,
        idNames: scalars
          .filter(({ type }) => type === 'ID')
          .map(({ path, type }) => nameOf(path, type, name)),
        variables: (ids) =>
          Object.fromEntries(
            args.map((argument) => [argument.name, valueOf(argument.type, [argument.name], ids, name)]),
          ),
      };
    });
  });
}

/** `board(id:)` means a board, `reportCases(after:)` a report: arguments of these names go by their field. */
const nameOf = (path: readonly string[], type: string, field: string): string => {
  const name = path.at(-1)!;
  return type === 'ID' && ['id', 'after'].includes(name)
    ? `${field}${name[0]!.toUpperCase()}${name.slice(1)}`
    : name;
};

function scalarsOf(
  input: GraphQLArgument | GraphQLInputField,
  above: readonly string[],
): { path: string[]; type: string }[] {
  const path = [...above, input.name];
  const named = getNamedType(input.type);
  if (!isInputObjectType(named)) return [{ path, type: named.name }];
  return Object.values(named.getFields()).flatMap((field) => scalarsOf(field, path));
}

function valueOf(type: GraphQLInputType, path: readonly string[], ids: Ids, field: string): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueOf(inner.ofType, path, ids, field)];
  if (isInputObjectType(inner))
    return Object.fromEntries(
      Object.values(inner.getFields()).map((input) => [
        input.name,
        valueOf(input.type, [...path, input.name], ids, field),
      ]),
    );
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  const name = nameOf(path, inner.name, field);
  if (inner.name === 'ID') return ids[name] ?? unknownId(name);
  if (inner.name === 'Boolean') return name.startsWith('accept') || name === 'open' || name === 'on'; // the queue, not its past; no part is switched off
  if (inner.name === 'Int' || inner.name === 'Float') return 1;
  return TEXTS[name]?.() ?? (isNonNullType(type) ? 'Ein Text, der lang genug ist' : null);
}

/** What a text must look like to pass the checks of its field, by the argument's name. */
const TEXTS: Record<string, () => string> = {
  body: () => 'Ein Text, der auch für einen Artikel des Blogs noch lang genug ist',
  clientKey: () => randomUUID(),
  mail: () => `${randomBytes(6).toString('hex')}@fremde.example`,
  mails: () => `${randomBytes(6).toString('hex')}@fremde.example`,
  nickname: () => `Fremd${randomBytes(5).toString('hex')}`,
  password: () => randomBytes(12).toString('hex'),
  token: () => randomBytes(32).toString('base64url'),
  slug: () => 'imprint',
  tags: () => 'router',
  details: () => '', // what the board asks is not known here
};

/** @returns an id that nothing has, of the shape that the argument's things have */
export function unknownId(name: string): string {
  if (name === 'auditLogAfter') return '999999999';
  return /^(draft|report|expert|objection|held)/.test(name)
    ? randomUUID()
    : Array.from(randomBytes(12), (byte) => '23456789abcdefghjkmnpqrstuvwxyzA'[byte & 31]).join('');
}

function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) {
    const members = schema.getPossibleTypes(named);
    const errors = members.filter(({ name }) => name.endsWith('Error'));
    const others = members.filter((member) => !errors.includes(member));
    return `{ __typename ${errors.length > 0 ? '... on UserError { message field }' : ''} ${others
      .map((member) => `... on ${member.name} ${selectionOf(schema, member, depth)}`)
      .join(' ')} }`;
  }
  const fields = isObjectType(named) ? Object.values(named.getFields()) : [];
  const asked = fields
    .filter(
      ({ args }) =>
        !args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined),
    )
    .filter((field) => depth > 1 || isLeafType(getNamedType(field.type)))
    .map((field) => `${field.name} ${selectionOf(schema, field.type, depth - 1)}`);
  return `{ __typename ${asked.join(' ')} }`;
}

/** How an answer ended: `ok`, `null` for what is not there, or the name of the error, whichever road it took. */
export function outcomeOf(name: string, { data, errors }: GraphAnswer): string {
  const code = errors?.[0]?.extensions?.code;
  if (code) return code;
  const value = data?.[name] as { __typename?: string } | null | undefined;
  if (value === null || value === undefined) return 'null';
  return value.__typename?.endsWith('Error') ? value.__typename : 'ok';
}
