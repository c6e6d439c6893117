/**
 * Who may import whom. Each project has one `type:` tag (what it is) and one `scope:` tag (where it runs); an import must
 * satisfy the lines of both. Tests may use `testing`; the rule for them is the same but for that.
 */
const byType = {
  model: ['model'],
  engine: ['engine', 'model'],
  contract: ['contract', 'model'],
  platform: ['platform'],
  client: ['client', 'contract'],
  data: ['data', 'model', 'contract', 'platform'],
  jobs: ['jobs', 'contract', 'platform'],
  runtime: ['runtime', 'engine', 'model', 'contract', 'client', 'data', 'platform', 'jobs'],
  ui: ['ui'],
  testing: ['testing', 'model', 'engine', 'contract', 'client', 'data', 'platform', 'jobs', 'runtime'],
};

const bannedPackages = {
  database: ['typeorm', 'pg', 'pg-*'],
  queue: ['bullmq', 'ioredis'],
  canvas: ['@xyflow/*'],
};

const everything = [...bannedPackages.database, ...bannedPackages.queue, ...bannedPackages.canvas];

const bannedByType = {
  data: [...bannedPackages.queue, ...bannedPackages.canvas],
  jobs: [...bannedPackages.database, ...bannedPackages.canvas],
};

function constraints(isSpec) {
  const extra = isSpec ? ['type:testing'] : [];
  const types = Object.entries(byType).map(([type, allowed]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: [...allowed.map((name) => `type:${name}`), ...extra],
    bannedExternalImports: bannedByType[type] ?? everything,
  }));
  const apps = [
    {
      allSourceTags: ['type:app', 'scope:server'],
      notDependOnLibsWithTags: isSpec ? ['type:ui'] : ['type:ui', 'type:testing'],
      bannedExternalImports: [...bannedPackages.database, ...bannedPackages.canvas],
    },
    {
      allSourceTags: ['type:app', 'scope:web'],
      onlyDependOnLibsWithTags: ['type:contract', 'type:model', 'type:engine', 'type:ui'],
      bannedExternalImports: [...bannedPackages.database, ...bannedPackages.queue],
    },
    {
      allSourceTags: ['type:app', 'scope:cli'],
      onlyDependOnLibsWithTags: ['type:model', 'type:engine'],
      bannedExternalImports: everything,
    },
    {
      sourceTag: 'type:e2e',
      onlyDependOnLibsWithTags: ['type:contract', 'type:testing'],
      bannedExternalImports: everything,
    },
  ];
  // Reads the database of the program it breaks, and knows nothing else of it.
  const faults = {
    sourceTag: 'type:faults',
    onlyDependOnLibsWithTags: ['type:faults'],
    bannedExternalImports: ['typeorm', ...bannedPackages.queue, ...bannedPackages.canvas],
  };
  const scopes = [
    { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
    { sourceTag: 'scope:server', notDependOnLibsWithTags: ['scope:web', 'scope:simulator'] },
    { sourceTag: 'scope:cli', onlyDependOnLibsWithTags: ['scope:cli', 'scope:shared'] },
    { sourceTag: 'scope:web', notDependOnLibsWithTags: ['scope:server', 'scope:simulator'] },
    // The simulator shares no code with the program it stands opposite to, so that the two can disagree.
    {
      sourceTag: 'scope:simulator',
      onlyDependOnLibsWithTags: ['scope:simulator'],
      bannedExternalImports: everything,
    },
  ];
  return [...types, ...apps, faults, ...scopes];
}

const rule = '@nx/enforce-module-boundaries';
const options = {
  allow: ['../../../../package.json'],
  enforceBuildableLibDependency: false,
  banTransitiveDependencies: false,
};

/** The flat config entries; specs may import `testing`, everything else may not. */
export function moduleBoundaries(nx, files) {
  const specs = [
    '**/*.spec.ts',
    '**/*.spec.tsx',
    '**/*.e2e.ts',
    '**/spec-support/**/*.ts',
    'apps/simulator/src/spec/**/*.ts',
  ];
  return [
    {
      files,
      plugins: { '@nx': nx },
      rules: { [rule]: ['error', { ...options, depConstraints: constraints(false) }] },
    },
    { files: specs, rules: { [rule]: ['error', { ...options, depConstraints: constraints(true) }] } },
  ];
}
