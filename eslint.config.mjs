import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { kebabCaseFiles } from './tools/eslint/kebab-case-files.mjs';
import { moduleBoundaries } from './tools/eslint/module-boundaries.mjs';
import './tools/eslint/project-graph.mjs';
import { purity } from './tools/eslint/purity.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const specs = [
  '**/*.spec.ts',
  '**/*.spec.tsx',
  '**/*.spec.mjs',
  '**/*.e2e.ts',
  '**/spec-support/**',
  'libs/testing/**',
];
const pure = ['libs/flow-model/src/**/*.ts', 'libs/flow-engine/src/**/*.ts', 'libs/contracts/src/**/*.ts'];
const browser = [
  'apps/web/src/**/*.{ts,tsx}',
  'libs/ui/src/**/*.{ts,tsx}',
  'apps/simulator/src/phone/**/*.{ts,tsx}',
];

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/.data', '**/.nx', '**/coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [...tseslint.configs.recommendedTypeChecked],
    // Two programs for everything: one per project, as the editor has it, would check the same types fifteen times.
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.node.json', 'tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: [...typescript, '**/*.mjs', '**/*.cjs'],
    plugins: { local: { rules: { 'kebab-case-files': kebabCaseFiles } } },
    rules: {
      'local/kebab-case-files': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', { max: 12 }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  ...moduleBoundaries(nx, typescript),
  ...purity(pure, specs),
  {
    files: browser,
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    // The other rules of the plugin run React's compiler over every file, a tenth of the time of the whole run.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: specs,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  // Migrations and generated code are as long as the schema is.
  { files: ['libs/db/src/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  // Nest modules are classes that carry nothing but their decorator.
  { files: ['**/*.module.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
        ]
          .concat([
            'performance',
            'AbortSignal',
            'AbortController',
            'structuredClone',
            'URLSearchParams',
            'TextEncoder',
            'TextDecoder',
            'setImmediate',
          ])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  { files: ['tools/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.mjs'],
    languageOptions: {
      globals: {
        describe: 'readonly',
        it: 'readonly',
        expect: 'readonly',
        beforeEach: 'readonly',
        afterEach: 'readonly',
      },
    },
  },
  {
    files: ['apps/web/public/**/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' },
    },
  },
  prettier,
);
