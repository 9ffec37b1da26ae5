import { defineConfig } from 'vite';
import { outputFolder, shared, treeshake } from './vite.shared.config.js';

export default defineConfig({
  ...shared,
  worker: { format: 'es' },
  build: {
    outDir: outputFolder('client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    cssCodeSplit: false, // one file, fetched once: it is small, and no page ever flashes unstyled
    assetsInlineLimit: 0, // data: addresses would widen the content security policy
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake,
      input: ['src/entry-client.tsx', 'src/entry-lite.ts'],
      preserveEntrySignatures: 'exports-only', // the small script reads `ready` of the main one
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules/ },
            { name: 'parts', test: /libs\/(?:web-kit|api-contract|[a-z-]+\/web)\/.*\.tsx?$/ },
            { name: 'messages-de', test: /locales\/de\.json/ },
            { name: 'messages-du', test: /locales\/du\.json/ },
            { name: 'messages-en', test: /locales\/en\.json/ },
          ],
        },
      },
    },
  },
});
