import { join } from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const libs = join(import.meta.dirname, '../../libs');
const apiTarget = process.env['API_URL'] ?? 'http://localhost:3000';

/** What every page needs anyway, kept apart from our own code so that a release leaves it in the browser's cache. */
const frameworkPackages =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(query-core|react-query)|i18next|react-i18next)\//;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    tailwind(),
    // Once, while it is built: the server only picks the one a browser takes.
    compression({
      algorithms: ['gzip', 'brotliCompress'],
      include: /\.(html|js|css|svg|json)$/,
      threshold: 1_024,
    }),
  ],
  resolve: { alias: [{ find: /^@instaflow\/([^/]+)$/, replacement: `${libs}/$1/src/index.ts` }] },
  server: {
    port: 4500,
    proxy: { '/api': { target: apiTarget, ws: true } },
  },
  build: {
    outDir: join(import.meta.dirname, '../../dist/apps/web'),
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      treeshake: {
        // The libraries only declare: without this a barrel would drag all of it into every chunk.
        moduleSideEffects: [{ test: /\/libs\/[^/]+\/src\/.*\.tsx?$/, sideEffects: false }],
      },
      output: { codeSplitting: { groups: [{ name: 'framework', test: frameworkPackages }] } },
    },
  },
});
