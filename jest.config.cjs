const { readFileSync } = require('node:fs');

const swc = { ...JSON.parse(readFileSync(`${__dirname}/.swcrc-jest.json`, 'utf8')), swcrc: false };

/** What every project shares: swc for speed, libs resolved to their sources. */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  // Packages published as ES modules only have to pass through the transformer.
  transformIgnorePatterns: ['/node_modules/(?!(uuid|@sparticuz|zod-openapi)/)'],
  moduleNameMapper: {
    '^@instaflow/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^fast-check$': '<rootDir>/tools/jest/fast-check.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.nx'],
};

module.exports = {
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx,mjs}'],
      testPathIgnorePatterns: ['\\.medium\\.spec\\.(ts|mjs)$', '/node_modules/'],
    },
    {
      ...common,
      displayName: 'medium',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.medium.spec.{ts,mjs}'],
      globalSetup: '<rootDir>/libs/testing/src/jest/start-postgres.ts',
      globalTeardown: '<rootDir>/libs/testing/src/jest/stop-postgres.ts',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/e2e/src/**/*.e2e.ts'],
    },
  ],
};
