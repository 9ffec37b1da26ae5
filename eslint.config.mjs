import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The rule in one breath: server code points down the layers; content never sees accounts; web parts never see each
// other; the two sides meet only in the schema, and in pure rules that need neither (ADR 0009).
// `tools/boundaries/fixture` breaks it on purpose, and the lint step fails when this rule does not notice.
const layers = [
  'platform',
  'account',
  'people',
  'content',
  'standing',
  'oversight',
  'outlet',
  'delivery',
  'composition',
];
const layer = (name, ...below) => ({
  sourceTag: `layer:${name}`,
  onlyDependOnLibsWithTags: [...below.map((other) => `layer:${other}`), 'side:rules', 'side:test-kit'],
});
const depConstraints = [
  layer('platform', 'platform'),
  layer('account', 'platform'), // identity
  layer('people', 'platform', 'account', 'people'), // pseudonyms, groups
  layer('content', 'platform', 'people'), // forum: no accounts
  layer('standing', 'platform', 'people', 'content'), // kudos: no accounts
  layer('oversight', 'platform', 'people', 'content', 'standing'), // moderation: persons only through pseudonyms
  layer('outlet', 'platform', 'people', 'content', 'standing', 'oversight'), // search, faq, importer, site: no accounts
  layer('delivery', 'platform', 'account', 'people', 'content', 'standing', 'oversight'), // notifications
  layer('composition', ...layers.filter((name) => name !== 'composition')),
  layer('app', ...layers),
  {
    sourceTag: 'side:server',
    onlyDependOnLibsWithTags: ['side:server', 'side:rules', 'side:test-kit'],
    bannedExternalImports: ['react', 'react-dom', '@apollo/client'],
  },
  {
    sourceTag: 'side:web',
    onlyDependOnLibsWithTags: ['side:web-kit', 'side:rules', 'side:contract'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'side:web-kit', onlyDependOnLibsWithTags: ['side:contract'] },
  {
    sourceTag: 'side:web-app',
    onlyDependOnLibsWithTags: ['side:web', 'side:web-kit', 'side:rules', 'side:contract'],
  },
  {
    sourceTag: 'side:rules', // pure: tsconfig.rules.json knows neither Node nor a browser
    onlyDependOnLibsWithTags: ['side:rules'],
    bannedExternalImports: ['react', 'react-dom', '@apollo/client', '@nestjs/*', 'typeorm', 'pg'],
  },
  { sourceTag: 'side:test-kit', onlyDependOnLibsWithTags: ['side:test-kit'] }, // a leaf, so that every library's specs may use it
  {
    sourceTag: 'side:test',
    onlyDependOnLibsWithTags: ['side:server', 'side:rules', 'side:contract', 'side:test-kit'],
  },
  { sourceTag: 'side:contract', onlyDependOnLibsWithTags: ['side:contract'] },
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'data',
      'reports',
      '.nx',
      'libs/api-contract/src/generated',
      'tools/boundaries/fixture',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { depConstraints, allowCircularSelfDependency: false, allow: ['@kundig/api'] }, // tests run the web process
      ],
      '@typescript-eslint/consistent-type-imports': 'off', // types in decorated signatures must stay value imports
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Inject Randomness: guessable values end in tokens.' },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  prettier,
);
