import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

/** Fields of a plain form, as the body parser gives them. */
export type FormFields = Record<string, string | string[] | undefined>;

/** A mutation a form can be posted to. */
export interface FormMutation {
  readonly document: string;
  /** Turns form fields into the mutation's input by the types of the schema; unknown fields are dropped. */
  readonly inputOf: (fields: FormFields) => Record<string, unknown> | undefined;
}

/** @returns the mutation `name` as a form needs it; null when there is none */
export function formMutation(mutations: GraphQLObjectType, name: string): FormMutation | null {
  const field = Object.hasOwn(mutations.getFields(), name) ? mutations.getFields()[name] : undefined;
  if (!field) return null;
  const input = field.args.find((argument) => argument.name === 'input');
  const answer = `{ __typename ... on MutationSuccess { path } ${handsOver(field.type)}
    ... on UserError { message field } ... on InvalidInputError { issues { field message } } }`;
  if (!input) return { document: `mutation { ${name} ${answer} }`, inputOf: () => undefined };
  const type = getNullableType(input.type);
  if (!isInputObjectType(type)) return null;
  return {
    document: `mutation ($input: ${String(input.type)}) { ${name}(input: $input) ${answer} }`,
    inputOf: (fields) =>
      Object.fromEntries(
        Object.values(type.getFields()).flatMap((inputField) => {
          const value = coerce(inputField.type, fields[inputField.name]);
          return value === undefined ? [] : [[inputField.name, value]];
        }),
      ),
  };
}

/** What success may hold besides the path, by the interface that says so. */
const HANDOVERS = {
  LinkHandover: '... on LinkHandover { links { mail url } }',
  PersonHandover: '... on PersonHandover { person { nickname mail } }',
};

function handsOver(answer: GraphQLOutputType): string {
  const union = getNullableType(answer);
  const names = isUnionType(union)
    ? union.getTypes().flatMap((type) => type.getInterfaces().map(({ name }) => name))
    : [];
  return Object.entries(HANDOVERS)
    .filter(([name]) => names.includes(name))
    .map(([, fields]) => fields)
    .join(' ');
}

function coerce(type: GraphQLInputType, given: string | string[] | undefined): unknown {
  const inner = getNullableType(type);
  if (isListType(inner))
    return given === undefined ? undefined : [given].flat().map((value) => coerce(inner.ofType, value));
  const value = Array.isArray(given) ? given.at(-1) : given;
  // A box that is not ticked sends nothing at all.
  if (inner === GraphQLBoolean)
    return value === undefined
      ? isNonNullType(type)
        ? false
        : undefined
      : value === 'on' || value === 'true';
  // A choice nobody made sends nothing either: as an empty text it is refused by its name, with all else that is wrong.
  if (value === undefined && isNonNullType(type) && (inner === GraphQLString || inner === GraphQLID))
    return '';
  if (value === undefined || (value === '' && !isNonNullType(type))) return undefined;
  return inner === GraphQLInt || inner === GraphQLFloat ? Number(value) : value;
}
