import { beforeAll, describe, expect, it } from '@jest/globals';

import { rooms, testRooms } from '../../tools/rooms.js';
import { lint, type Finding } from './support/lint.js';

const rule = '@nx/enforce-module-boundaries';

/** By hand, from the table of the technical description, so that a slip in `tools/rooms.js` is not believed. */
const forbidden = {
  domain: ['@dialogue/contracts', '@dialogue/persistence', '@dialogue/testing', 'zod', '@temporalio/common'],
  contracts: ['@dialogue/workflows', '@dialogue/persistence', '@temporalio/client', '@temporalio/worker', 'zod'],
  workflows: [
    '@dialogue/activities',
    '@dialogue/persistence',
    '@temporalio/activity',
    '@temporalio/client',
    '@nestjs/common',
  ],
  activities: [
    '@dialogue/workflows',
    '@dialogue/persistence',
    '@dialogue/mail',
    'typeorm',
    'nodemailer',
    '@nestjs/common',
  ],
  persistence: [
    '@dialogue/contracts',
    '@dialogue/mail',
    '@dialogue/documents',
    '@dialogue/config',
    '@nestjs/common',
    'nodemailer',
    'csv-parse',
  ],
  mail: ['@dialogue/contracts', '@dialogue/persistence', '@nestjs/common', 'typeorm'],
  documents: ['@dialogue/contracts', '@dialogue/persistence', '@dialogue/mail', '@nestjs/common', 'typeorm'],
  config: ['@dialogue/domain', '@dialogue/observability', '@nestjs/common'],
  observability: ['@dialogue/domain', '@dialogue/config', 'typeorm'],
  'admin-api': [
    '@dialogue/workflows',
    '@dialogue/activities',
    '@dialogue/mail',
    '@dialogue/worker',
    'typeorm',
    '@temporalio/worker',
  ],
  worker: ['@dialogue/admin-api', '@dialogue/infra', '@dialogue/testing', 'nodemailer', 'typeorm'],
  infra: [
    '@dialogue/worker',
    '@dialogue/admin-api',
    '@dialogue/workflows',
    '@dialogue/mail',
    '@nestjs/common',
    'typeorm',
  ],
} as const satisfies Record<string, readonly string[]>;

/** One import of each room that must stay allowed: a wall without a gate proves nothing either. */
const allowed = {
  domain: './time/instant.js',
  contracts: '@dialogue/domain',
  workflows: '@dialogue/contracts',
  activities: '@dialogue/contracts',
  persistence: '@dialogue/domain',
  mail: '@dialogue/domain',
  documents: '@dialogue/domain',
  config: 'zod',
  observability: 'node:async_hooks',
  'admin-api': '@dialogue/persistence',
  worker: '@dialogue/mail',
  infra: '@dialogue/persistence',
} as const satisfies Record<keyof typeof forbidden, string>;

const names = Object.keys(forbidden).filter((name): name is keyof typeof forbidden => name in forbidden);
const imports = names.flatMap((room) => [
  ...forbidden[room].map((target) => ({ room, target, verdict: 'refused' })),
  { room, target: allowed[room], verdict: 'allowed' },
]);

describe('the table of rooms', () => {
  let findings: readonly (readonly Finding[])[];

  beforeAll(() => {
    const samples = imports.map(({ room, target }) => ({
      filePath: `${rooms[room]?.path ?? ''}/src/index.ts`,
      text: `import '${target}';\n`,
    }));
    findings = lint(samples);
  });

  it('has a forbidden import tried for every room', () => {
    expect(names.toSorted()).toEqual(Object.keys(rooms).toSorted());
  });

  it.each(imports.map((row, index) => ({ ...row, index })))('$room: $target is $verdict', ({ index, verdict }) => {
    const found = findings[index]?.filter(({ ruleId }) => ruleId === rule) ?? [];

    expect(found.length > 0 ? 'refused' : 'allowed').toBe(verdict);
  });

  it('lets specs import the rooms that serve tests', () => {
    const [found] = lint([
      { filePath: 'libs/domain/src/time/local-date.spec.ts', text: "import '@dialogue/testing';\n" },
    ]);

    expect(found?.map(({ ruleId }) => ruleId)).not.toContain(rule);
    expect(Object.keys(testRooms)).toEqual(['testing', 'test']);
  });
});
