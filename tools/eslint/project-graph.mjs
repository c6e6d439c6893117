// One process reads a few files once: a daemon or a process per plugin would cost more and outlive the run.
process.env.NX_DAEMON = 'false';
process.env.NX_ISOLATE_PLUGINS = 'false';

const { createProjectGraphAsync } = await import('@nx/devkit');

/** The module boundary rule reads the graph from Nx's cache and is silent without one: write it before each run. */
await createProjectGraphAsync({ exitOnError: false });
