import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The test phone page; the simulator serves what this builds. */
export default defineConfig({
  root: here('./src/phone'),
  plugins: [react()],
  build: { outDir: here('../../dist/apps/simulator/phone'), emptyOutDir: true, target: 'es2022' },
  server: { port: 4110, proxy: { '/_control': 'http://127.0.0.1:4100', '/cdn': 'http://127.0.0.1:4100' } },
});
