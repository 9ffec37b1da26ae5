import { defineConfig, type UserConfig } from 'vite';

/**
 * Bundles every server program into `dist/server`, workspace libraries included; what comes from node_modules stays
 * there. The programs share chunks, so that a class is one class in all of them.
 */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  publicDir: false,
  resolve: { tsconfigPaths: true },
  ssr: { noExternal: [/^@kundig\//] },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } } as UserConfig['oxc'],
  build: {
    ssr: true,
    target: 'node20',
    outDir: '../../dist/server',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { api: 'src/main.ts', worker: '../worker/src/main.ts', kundig: '../cli/src/kundig.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        keepNames: true, // migrations and GraphQL types are known by the names of their classes
      },
    },
  },
});
