import { defineConfig } from 'vite';
import { outputFolder, shared, treeshake } from './vite.shared.config.js';

export default defineConfig({
  ...shared,
  publicDir: false,
  ssr: { noExternal: true }, // one file with its own React: no second copy can slip in, and it starts faster
  build: {
    ssr: 'src/entry-server.tsx',
    outDir: outputFolder('server'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { treeshake, output: { codeSplitting: false, entryFileNames: 'entry-server.js' } },
  },
});
