import { spawnSync } from 'node:child_process';

/** What must not pass, or must: text, the file it stands in, and the rule that speaks up (null: none). */
const samples = [
  [
    'apps/web/src/main.tsx',
    `import { migrate } from '@instaflow/db';\nvoid migrate;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'apps/web/src/main.tsx',
    `import { AppError } from '@instaflow/platform';\nvoid AppError;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'apps/web/src/main.tsx',
    `import { conditionSchema } from '@instaflow/flow-model';\nvoid conditionSchema;`,
    null,
  ],
  [
    'apps/server/src/main.ts',
    `import { Button } from '@instaflow/ui';\nvoid Button;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'apps/server/src/main.ts',
    `import { waitFor } from '@instaflow/testing';\nvoid waitFor;`,
    '@nx/enforce-module-boundaries',
  ],
  ['apps/server/src/main.ts', `import { Client } from 'pg';\nvoid Client;`, '@nx/enforce-module-boundaries'],
  ['apps/server/src/main.ts', `import { Queue } from 'bullmq';\nvoid Queue;`, null],
  [
    'apps/simulator/src/main.ts',
    `import { AppError } from '@instaflow/platform';\nvoid AppError;`,
    '@nx/enforce-module-boundaries',
  ],
  [
    'libs/flow-model/src/index.ts',
    `import { x } from '@instaflow/flow-engine';\nvoid x;`,
    '@nx/enforce-module-boundaries',
  ],
  ['libs/flow-engine/src/index.ts', `import { x } from '@instaflow/flow-model';\nvoid x;`, null],
  ['libs/db/src/index.ts', `import { x } from '@instaflow/jobs';\nvoid x;`, '@nx/enforce-module-boundaries'],
  ['libs/jobs/src/index.ts', `import { Client } from 'pg';\nvoid Client;`, '@nx/enforce-module-boundaries'],
  ['libs/flow-engine/src/index.ts', `export const now = () => Date.now();`, 'no-restricted-syntax'],
  ['libs/flow-engine/src/index.ts', `export const now = () => new Date();`, 'no-restricted-syntax'],
  ['libs/flow-engine/src/index.ts', `export const at = (ms: number) => new Date(ms);`, null],
  ['libs/flow-engine/src/index.ts', `export const roll = () => Math.random();`, 'no-restricted-syntax'],
  ['libs/flow-model/src/index.ts', `export const load = async () => 1;`, 'no-restricted-syntax'],
  ['libs/contracts/src/index.ts', `export const port = process.env;`, 'no-restricted-globals'],
  ['libs/contracts/src/index.ts', `import { join } from 'node:path';\nvoid join;`, 'no-restricted-imports'],
  ['libs/platform/src/index.ts', `export const x: any = 1;`, '@typescript-eslint/no-explicit-any'],
  [
    'libs/platform/src/index.ts',
    `export const x = JSON.parse('1') as number;`,
    '@typescript-eslint/consistent-type-assertions',
  ],
  ['libs/platform/src/index.ts', `export const x = ['a'] as const;`, null],
  ['libs/platform/src/index.ts', `console.log(1);`, 'no-console'],
  ['libs/platform/src/UpperCase.ts', `export const x = 1;`, 'local/kebab-case-files'],
];

// ESLint loads its configuration as an ES module, which Jest's sandbox does not allow: a process of its own.
const script = `
  import { ESLint } from 'eslint';
  const samples = JSON.parse(process.argv[1]);
  const eslint = new ESLint({
    overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions: { project: null } } }],
    ruleFilter: ({ ruleId }) => new Set(samples.map(([, , rule]) => rule)).has(ruleId),
  });
  const found = [];
  for (const [filePath, text] of samples) {
    const [result] = await eslint.lintText(text, { filePath });
    found.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  console.log(JSON.stringify(found));
`;

describe('the lint rules', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, JSON.stringify(samples)],
    { encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
  );
  const found = stdout.startsWith('[') ? JSON.parse(stdout) : [];

  it('could be asked', () => {
    expect(stderr).toBe('');
    expect(found).toHaveLength(samples.length);
  });

  it.each(samples.map(([file, text, rule], index) => ({ file, text, rule, index })))(
    'say $rule to "$text" in $file',
    ({ rule, index }) => {
      expect(found[index]).toEqual(rule === null ? [] : [rule]);
    },
  );
});
