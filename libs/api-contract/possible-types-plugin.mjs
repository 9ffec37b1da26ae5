import { isAbstractType } from 'graphql';

/**
 * Codegen plugin: which object types each interface and union stands for. Apollo's cache needs it to match fragments.
 *
 * @param schema the executable schema read from `schema.graphql`
 * @returns the text of a TypeScript module with the one export `possibleTypes`
 */
export function plugin(schema) {
  const entries = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)]);
  return `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(Object.fromEntries(entries))};\n`;
}
