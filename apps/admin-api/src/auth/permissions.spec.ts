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

  it('answer strangers only about health, at the login, how days are counted, and under secret addresses', () => {
    expect(routes.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual([
      'isLive',
      'isReady',
      'logIn',
      'explainDeadline',
      'explainDeadlinePage',
      ...['open', 'overview', 'done', 'file', 'form', 'act'],
      'readFeed',
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
    ['clerk', 'petition:reopen', true, 'the lead office enters what the host decided, with the document'],
    ['agency', 'petition:reopen', false, 'only the host reopens'],
    ['host', 'petition:reopen', true, 'only the host reopens'],
    ['host', 'petition:accept', false, 'the lead office screens'],
    ['host', 'petition:decline', true, 'D10.1b: the word of the host'],
    ['clerk', 'petition:decline', true, 'D10.1b: the word of the host, entered with its document'],
    ['agency', 'petition:decline', false, 'D10.1b: the word of the host'],
    ['agency', 'petition:protectIdentity', false, 'D11.1d: the lead office or the host'],
    ['host', 'petition:merge', false, 'D8.1c: the lead office aggregates'],
    ['clerk', 'petition:settle', true, 'the lead office writes down what the host explained'],
    ['clerk', 'petition:attachToConference', true, 'the lead office keeps the list'],
    ['host', 'petition:attachToConference', false, 'the lead office keeps the list'],
    ['clerk', 'conference:approvePlan', true, 'with the document that proves it'],
    ['host', 'conference:approvePlan', true, 'D8.1a: the host approves'],
    ['host', 'conference:returnPlan', true, 'D8.1a: the host sends it back'],
    ['clerk', 'conference:returnPlan', false, 'D8.1a: the word of the host'],
    ['clerk', 'conference:submitPlan', true, 'D8.1a: the office submits it'],
    ['host', 'conference:submitPlan', false, 'D8.1a: nobody submits to himself'],
    ['agency', 'conference:confirmAttendance', true, 'D10.3a: of its own body'],
    ['agency', 'conference:recordPreparedAnswer', true, 'D8.1d: of its own body'],
    ['agency', 'conference:issueAggregateReport', false, 'D8.1c: the lead office'],
    ['host', 'conference:demandAdHoc', true, 'D8.3a: a head demands it'],
    ['host', 'conference:plan', false, 'D7: the lead office plans'],
    ['host', 'conference:cancel', true, 'only the host calls it off'],
    ['clerk', 'conference:cancel', false, 'only the host calls it off'],
    ['host', 'conference:conclude', true, 'D9: the host concludes'],
    ['clerk', 'conference:conclude', true, 'D9: the lead office writes it down'],
    ['host', 'conference:postpone', true, 'D8.1a: the day is the word of the host'],
    ['clerk', 'conference:postpone', false, 'D8.1a: the day is the word of the host'],
    ['host', 'conference:signMinutes', true, 'D10.3b: the host signs'],
    ['clerk', 'conference:recordDirection', true, 'D8.3b: with the document of the superior'],
    ['minutesSecretary', 'conference:saveMinutes', true, 'D10.3b: takes the minutes'],
    ['minutesSecretary', 'conference:recordOpinionRaised', true, 'D8.1f: takes down what is raised'],
    ['minutesSecretary', 'conference:signMinutes', false, 'D10.3b: nobody signs for the host'],
    ['minutesSecretary', 'conference:conclude', false, 'D9: the host concludes'],
    ['monitor', 'conference:recordSupervision', true, 'D13.3: supervises what was concluded'],
    ['clerk', 'conference:recordSupervision', false, 'D13.3: nobody supervises themselves'],
    ['agency', 'conference:recordHeld', false, 'D7: the lead office'],
    ['clerk', 'report:open', true, 'D14.2: the request comes to the lead office'],
    ['clerk', 'report:approve', false, 'D14.1: the head answers for it'],
    ['host', 'report:approve', true, 'D14.1: the head answers for it'],
    ['host', 'report:send', false, 'D14.1: the lead office sends'],
    ['agency', 'file:upload', true, 'an answer may carry files'],
    ['monitor', 'file:upload', false, 'who looks on hands nothing in'],
    ['agency', 'feed:manage', true, 'D11.1c: follows what it owes'],
    ['auditor', 'feed:manage', false, 'an address outlives the look of an auditor'],
    ['agency', 'petition:answer', true, 'the agency answers'],
    ['agency', 'petition:assign', false, 'nobody assigns to themselves'],
    ['agency', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['monitor', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['auditor', 'petition:readIdentity', false, 'D11.1d: named roles only'],
    ['clerk', 'person:read', true, 'the lead office has to reach people'],
    ['host', 'person:read', false, 'only who has to reach people'],
    ['agency', 'person:read', false, 'only who has to reach people'],
    ['monitor', 'person:read', false, 'only who has to reach people'],
    ['auditor', 'person:read', false, 'only who has to reach people'],
    ['auditor', 'account:manage', false, 'an auditor looks on'],
    ['admin', 'reconciliation:request', true, 'who looks after the installation'],
    ['clerk', 'reconciliation:read', false, 'it tells of cases of every body'],
    ['host', 'terms:read', true, 'D13.1: everybody may know what they are counted by'],
    ['host', 'terms:manage', false, 'D13.1: the standing board decides, the administrator enters it'],
    ['host', 'terms:adopt', true, 'D13.1: whoever answers for the cases says by which terms they go on'],
    ['clerk', 'petition:adoptTerms', false, 'D13.1: nobody moves the day that they are measured by'],
    ['clerk', 'terms:manage', false, 'D13.1: nobody lengthens the limits that they are measured by'],
  ])('%s, %s: %s, since %s', (role, permission, expected) => {
    expect(isPermitted(role, permission)).toBe(expected);
  });

  it('lets an auditor only read', () => {
    expect(permissionsOf.auditor.filter((permission) => !/:(read|count)/.test(permission))).toEqual([]);
  });

  it('D13.3: lets a monitor read, report on the situation of the people, and remark on what was concluded', () => {
    expect(permissionsOf.monitor.filter((permission) => !/:(read|count)/.test(permission))).toEqual([
      'conference:recordSituationReport',
      'conference:recordSupervision',
    ]);
  });

  it.each(['petition:read', 'conference:read', 'report:read'] as const)(
    'gives every role %s, within its scope',
    (each) => {
      expect(accountRoles.filter((role) => !isPermitted(role, each))).toEqual([]);
    },
  );
});
