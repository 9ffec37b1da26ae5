import react from '@vitejs/plugin-react';
import path from 'node:path';
import type { UserConfig } from 'vite';

const workspace = path.resolve(import.meta.dirname, '../..');

/** What both builds must agree on: where the libraries are, and how the classes of CSS modules are called. */
export const shared = {
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
  resolve: {
    alias: [
      { find: '@kundig/web-kit/styles.css', replacement: `${workspace}/libs/web-kit/src/styles/index.css` },
      { find: /^@kundig\/(web-kit|api-contract)$/, replacement: `${workspace}/libs/$1/src/index.ts` },
      { find: /^@kundig\/([a-z-]+)\/(web|rules)$/, replacement: `${workspace}/libs/$1/$2/src/index.ts` },
    ],
    dedupe: ['react', 'react-dom', 'graphql'],
  },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
} satisfies UserConfig;

/** Of the icons we take the lines alone (`icon-of.tsx`): the components their package makes of them are left out. */
export const treeshake = { manualPureFunctions: ['createReactComponent'] };

/** Absolute path of a folder under `dist/web`. */
export const outputFolder = (name: string): string => path.join(workspace, 'dist/web', name);
