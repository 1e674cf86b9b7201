import 'reflect-metadata';

import { describe, expect, it } from '@jest/globals';
import { accountRoles, type AccountRole } from '@dialogue/persistence';
import { METHOD_METADATA } from '@nestjs/common/constants.js';

import { controllers } from '../app.module.js';
import { isPermitted, permissions, permissionsOf, type Permission } from './permissions.js';
import { routeAccessKey, type RouteAccess } from './route-access.js';

const routes = controllers.flatMap((controller) =>
  Object.entries(Object.getOwnPropertyDescriptors(controller.prototype))
    .filter(([, { value }]) => typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value as object))
    .map(([name, { value }]) => ({
      name,
      access: Reflect.getMetadata(routeAccessKey, value as object) as RouteAccess | undefined,
    })),
);

describe('routes', () => {
  it.each(routes)('$name names its permission or is public', ({ access }) => {
    expect(access === 'public' || permissions.some((permission) => permission === access)).toBe(true);
  });

  it('answer strangers only about health and at the login', () => {
    expect(routes.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual([
      'isLive',
      'isReady',
      'logIn',
    ]);
  });

  it('use every permission of the table', () => {
    const used = new Set(routes.map(({ access }) => access));

    expect(permissions.filter((permission) => !used.has(permission))).toEqual([]);
  });
});

describe('permissionsOf', () => {
  it.each<[AccountRole, Permission, boolean, string]>([
    ['clerk', 'petition:register', true, 'the lead office takes petitions in'],
    ['clerk', 'petition:acknowledge', true, 'with the document that proves it'],
    ['clerk', 'petition:reopen', false, 'only the host reopens'],
    ['host', 'petition:reopen', true, 'only the host reopens'],
    ['host', 'petition:accept', false, 'the lead office screens'],
    ['agency', 'petition:answer', true, 'the agency answers'],
    ['agency', 'petition:assign', false, 'nobody assigns to themselves'],
    ['agency', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['monitor', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['auditor', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['auditor', 'account:manage', false, 'an auditor looks on'],
  ])('%s, %s: %s, since %s', (role, permission, expected) => {
    expect(isPermitted(role, permission)).toBe(expected);
  });

  it.each(['monitor', 'auditor'] as const)('lets a %s only read', (role) => {
    expect(permissionsOf[role].filter((permission) => !/:(read|count)/.test(permission))).toEqual([]);
  });

  it('lets every role read petitions within its scope', () => {
    expect(accountRoles.filter((role) => !isPermitted(role, 'petition:read'))).toEqual([]);
  });
});
