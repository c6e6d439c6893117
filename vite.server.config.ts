import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Programs for Node, one per mode: `vite build --config vite.server.config.ts --mode server` (or `simulator`). */
const programs: Record<string, { sourceRoot: string; outDir: string; isSelfContained: boolean }> = {
  server: { sourceRoot: 'apps/server', outDir: 'dist/apps/server', isSelfContained: false },
  faults: { sourceRoot: 'apps/faults', outDir: 'dist/apps/faults', isSelfContained: false },
  // Can be copied to where the flows are and run there.
  cli: { sourceRoot: 'apps/cli', outDir: 'dist/apps/cli', isSelfContained: true },
  // One file is read faster than the hundreds of its packages: the server waits for it when it starts.
  simulator: { sourceRoot: 'apps/simulator', outDir: 'dist/apps/simulator', isSelfContained: true },
};

export default defineConfig(({ mode }) => {
  const program = programs[mode];
  if (program === undefined) throw new Error(`--mode must be one of ${Object.keys(programs).join(', ')}`);
  return {
    root,
    envDir: false,
    publicDir: false,
    resolve: { alias: [{ find: /^@instaflow\/([^/]+)$/, replacement: `${root}/libs/$1/src/index.ts` }] },
    // Nest finds what a constructor needs by the types of its parameters.
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
    ssr: { noExternal: program.isSelfContained ? true : undefined },
    build: {
      ssr: join(root, program.sourceRoot, 'src/main.ts'),
      outDir: join(root, program.outDir),
      // The phone page of the simulator is built into its folder, too.
      emptyOutDir: mode === 'server',
      target: 'node20',
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' },
        platform: 'node',
      },
    },
  };
});
