import { builtinModules } from 'node:module';

import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

import { housePlugin } from './tools/eslint/house-plugin.js';
import { depConstraints, rooms } from './tools/rooms.js';

const specs = ['**/*.spec.ts', '**/*.integration-spec.ts', '**/*.replay-spec.ts', '**/*.e2e-spec.ts'];
const forTests = [...specs, '**/*.fixture.ts', 'libs/testing/**/*.ts', 'test/**/*.ts'];
const vietnamese = ['**/*.vi.ts'];
const sourcesOf = (predicate) =>
  Object.values(rooms)
    .filter(predicate)
    .map((room) => `${room.path}/src/**/*.ts`);

/** What tells the time, makes chance or reaches outside without an import. */
const impureGlobals = [
  ...['crypto', 'performance', 'globalThis', 'process', 'console', 'fetch', 'Intl'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Buffer', 'require'],
].map((name) => ({ name, message: 'The pure rooms have no machine under them: take what you need as an argument.' }));

const deepImports = {
  // Builders are an entrance of their own: what they need is the domain, and small tests load no servers with them.
  group: ['@dialogue/*/*', '!@dialogue/testing/*', '**/src/**', '../**/dist/**'],
  message: 'Import a room by its name: what it does not export is its own affair.',
};
const builtins = {
  regex: `^(node:.*|(${builtinModules.filter((name) => !/[_:]/.test(name)).join('|')})(/.*)?)$`,
  message: 'This room does not use Node: take what you need as an argument, or as a port.',
};
const environment = {
  name: 'node:process',
  importNames: ['env', 'default'],
  message: 'The environment is read in libs/config, once.',
};

/** The Nx wall: the table of `tools/rooms.js`. */
function boundaries(forSpecs) {
  const options = {
    depConstraints: depConstraints(forSpecs),
    // The table itself, which belongs to no room.
    allow: ['../../tools/rooms.js'],
    banTransitiveDependencies: true,
    // Specs import the testing room, which imports theirs: the packages themselves do not depend on it.
    ignoredCircularDependencies: [['@dialogue/testing', '*']],
  };
  return { '@nx/enforce-module-boundaries': ['error', options] };
}

export default defineConfig(
  {
    ignores: ['**/dist/', '**/node_modules/', '.cache/', '.data/', '.nx/', 'test/architecture/fixtures/', 'data/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    name: 'every file',
    plugins: { house: housePlugin, '@nx': nx },
    rules: {
      'house/explained-disable': 'error',
      'house/tracked-todo': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: 'tools in plain JavaScript',
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        ...{ console: 'readonly', process: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly' },
        ...{ structuredClone: 'readonly', performance: 'readonly', Buffer: 'readonly', WebSocket: 'readonly' },
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    name: 'dependency-cruiser reads CommonJS',
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } },
  },
  {
    name: 'TypeScript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/strict-boolean-expressions': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'house/ascii-only': 'error',
      'house/class-needs-reason': 'error',
      'house/module-functions': 'error',
      'house/no-assertion': 'error',
      'house/no-enum': 'error',
      'max-params': ['error', 3],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-imports': ['error', { paths: [environment], patterns: [deepImports] }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: environment.message }],
      ...boundaries(false),
    },
  },
  {
    name: 'rooms without the modules of Node',
    files: sourcesOf((room) => room.node !== 'modules'),
    ignores: forTests,
    rules: { 'no-restricted-imports': ['error', { patterns: [deepImports, builtins] }] },
  },
  {
    name: 'rooms without a machine',
    files: sourcesOf((room) => room.node === 'nothing'),
    ignores: forTests,
    rules: { 'house/no-randomness': 'error', 'no-restricted-globals': ['error', ...impureGlobals] },
  },
  {
    name: 'rooms without a clock',
    files: sourcesOf((room) => !room.clock),
    ignores: forTests,
    rules: { 'house/no-clock': 'error' },
  },
  {
    name: 'workflows',
    files: ['workflows/src/**/*.ts'],
    ignores: forTests,
    rules: { 'house/no-hidden-clock': 'error', 'house/signal-handler': 'error' },
  },
  {
    name: 'where the environment is read',
    files: ['libs/config/src/**/*.ts', 'infra/src/**/*settings*.ts', 'infra/src/**/program-environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'Vietnamese text, and SQL as it is',
    files: [...vietnamese, 'libs/persistence/src/migrations/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  { name: 'Vietnamese text', files: vietnamese, rules: { 'house/ascii-only': 'off' } },
  {
    name: 'for tests',
    files: forTests,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'house/ascii-only': 'off',
      'house/no-assertion': 'off',
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      'no-restricted-properties': 'off',
      ...boundaries(true),
    },
  },
  {
    name: 'what Jest calls by its default export',
    files: ['libs/testing/src/jest/*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'specs',
    files: specs,
    extends: [jest.configs['flat/recommended']],
    settings: { jest: { globalPackage: '@jest/globals', version: 30 } },
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*'] }],
      'jest/no-disabled-tests': 'error',
      'jest/no-restricted-jest-methods': [
        'error',
        {
          useFakeTimers: 'Time is an argument, or the test server skips it.',
          retryTimes: 'A test that needs two tries has a defect.',
        },
      ],
      'jest/prefer-to-be': 'error',
      'jest/prefer-to-have-length': 'error',
      'jest/require-to-throw-message': 'error',
      'jest/unbound-method': 'error',
      'jest/valid-title': ['error', { mustNotMatch: { it: ['\\bshould\\b', 'A name is a fact: say what is true.'] } }],
    },
  },
);
