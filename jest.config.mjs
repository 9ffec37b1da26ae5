// Four kinds of tests, told apart by their names; `tools/test.mjs` runs them in this order.
// ESM mode: NestJS 12 is ESM only, and transforming all of node_modules to CommonJS is several times slower (ADR 0002).
const swc = (options = {}) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', decorators: true, ...options },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  },
];

const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': swc(), '\\.tsx$': swc({ tsx: true }) },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*\\.json\\.js)$': '$1', // data of a package, written as a module
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@kundig/web-kit/testing$': '<rootDir>/libs/web-kit/src/testing/index.ts',
    '^@kundig/(web-kit|api-contract|test-kit)$': '<rootDir>/libs/$1/src/index.ts',
    '^@kundig/([a-z-]+)/(server|web|rules)$': '<rootDir>/libs/$1/$2/src/index.ts',
    '^@kundig/api$': '<rootDir>/apps/api/src/index.ts',
    '\\.module\\.css$': '<rootDir>/tools/jest/css-module.mjs',
  },
};
/** Packages and product are loaded once per worker, not once per file (ADR 0010). */
const loadedOnce = {
  testEnvironment: '<rootDir>/tools/jest/worker-environment.mjs',
  runtime: '<rootDir>/tools/jest/worker-runtime.mjs',
};
const kind = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  ...loadedOnce,
  testMatch,
  ...more,
});

export default {
  // Jest leaves one core free, of two that is half; integration and end-to-end tests wait more for their servers than they work.
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  testTimeout: 60_000,
  projects: [
    kind('unit', ['<rootDir>/{apps,libs,tools}/**/*.spec.ts']),
    kind('component', ['<rootDir>/{apps,libs}/**/*.test.tsx'], {
      testEnvironment: 'jsdom', // every file has a page of its own
      runtime: 'jest-runtime',
      setupFiles: ['<rootDir>/tools/jest/jsdom-setup.mjs'],
    }),
    kind('integration', ['<rootDir>/{apps,libs,tests}/**/*.int-spec.ts'], {
      globalSetup: '<rootDir>/tools/jest/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/database-teardown.mjs',
    }),
    kind('contract', ['<rootDir>/tests/contract/**/*.spec.ts'], {
      globalSetup: '<rootDir>/tools/jest/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/database-teardown.mjs',
    }),
    kind('security', ['<rootDir>/tests/security/**/*.spec.ts'], {
      globalSetup: '<rootDir>/tools/jest/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/database-teardown.mjs',
    }),
    kind('e2e', ['<rootDir>/tests/e2e/**/*.e2e.ts'], {
      globalSetup: '<rootDir>/tools/jest/e2e-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/e2e-teardown.mjs',
    }),
  ],
};
