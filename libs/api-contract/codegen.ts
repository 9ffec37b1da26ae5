import { createHash } from 'node:crypto';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Types and documents of the web side, made from the committed schema; no server is needed.
 *
 * Every operation gets a sha256 id and lands in `persisted-documents.json`: the server runs those texts and no others.
 * `__typename` is added here and not by the client, so that text and id belong together.
 */
const config: CodegenConfig = {
  schema: 'libs/api-contract/schema.graphql',
  documents: [
    'apps/web/src/**/*.{ts,tsx}',
    'libs/*/web/src/**/*.{ts,tsx}',
    'libs/web-kit/src/**/*.{ts,tsx}',
    '!**/*.{spec,test}.{ts,tsx}',
  ],
  generates: {
    'libs/api-contract/src/generated/': {
      preset: 'client',
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: sha256 },
      },
      config: {
        scalars: { DateTime: 'string' },
        useTypeImports: true,
        enumsAsTypes: true,
        skipTypename: false,
        nonOptionalTypename: true,
      },
    },
    'libs/api-contract/src/generated/possible-types.ts': {
      plugins: ['./libs/api-contract/possible-types-plugin.mjs'],
    },
  },
  silent: true,
};

export default config;
