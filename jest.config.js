import { existsSync } from 'node:fs';

/**
 * One project per tier of tests (`docs/house-rules.md`). Run one with `npm run jest -- --selectProjects small`, one article
 * with `npm run jest -- -t D11`. How many files of a tier run beside
 * each other stands in the targets of `project.json`: whole stacks run one at a time.
 */

/** Plain node resolution, but our own packages from their source. Adding `import` here breaks the Temporal SDK's `long`. */
const exportConditions = ['@dialogue/source', 'node', 'node-addons'];

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: exportConditions },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/\\.[a-z]+/'],
  testPathIgnorePatterns: ['/node_modules/'],
  restoreMocks: true,
};

/** The servers that a tier needs are started once for it, by code that needs building first (`npm run build:tests`). */
const servers = existsSync(new URL('libs/testing/src/jest/global-setup.ts', import.meta.url))
  ? {
      globalSetup: '<rootDir>/libs/testing/dist/jest/global-setup.js',
      globalTeardown: '<rootDir>/libs/testing/dist/jest/global-teardown.js',
    }
  : {};

export default {
  // Jest hears of a time limit only here, not in a project; the targets in `project.json` set others where they need them.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/tools/jest/tally-reporter.js'],
  projects: [
    {
      ...shared,
      displayName: 'small',
      testMatch: ['<rootDir>/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/'],
    },
    {
      ...shared,
      ...servers,
      displayName: 'integration',
      testMatch: ['<rootDir>/**/*.integration-spec.ts'],
    },
    {
      ...shared,
      displayName: 'architecture',
      testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'],
    },
    {
      ...shared,
      displayName: 'replay',
      testMatch: ['<rootDir>/test/replay/**/*.replay-spec.ts'],
    },
    {
      ...shared,
      ...servers,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'],
    },
  ],
};
