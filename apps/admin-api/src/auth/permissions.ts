import type { AccountRole } from '@dialogue/persistence';

/** Everything that a route may ask for. */
export const permissions = [
  'petition:register',
  'petition:read',
  'petition:readIdentity',
  'petition:accept',
  'petition:redirect',
  'petition:assign',
  'petition:acknowledge',
  'petition:answer',
  'petition:approveAnswer',
  'petition:sendBackAnswer',
  'petition:recordResolution',
  'petition:recordNoticeSent',
  'petition:withdraw',
  'petition:close',
  'petition:reopen',
  'command:read',
  'organisation:read',
  'organisation:count',
  'post:read',
  'post:manage',
  'account:read',
  'account:manage',
  'delivery:read',
  'delivery:decide',
] as const;
export type Permission = (typeof permissions)[number];

const reading = ['petition:read', 'command:read', 'organisation:read', 'organisation:count', 'post:read'] as const;

/**
 * Who may do what (column "by" of the life cycles). Where a role may act, its scope still decides on which petitions:
 * the subtree of its organisation on the day.
 */
export const permissionsOf: Readonly<Record<AccountRole, readonly Permission[]>> = {
  admin: permissions,
  clerk: [
    ...reading,
    'petition:register',
    // D11.1d: the person behind a petition is open to named roles only, and every reading leaves a trace.
    'petition:readIdentity',
    'petition:accept',
    'petition:redirect',
    'petition:assign',
    // An act of the agency, which the lead office enters with the document that proves it.
    'petition:acknowledge',
    'petition:answer',
    'petition:approveAnswer',
    'petition:sendBackAnswer',
    'petition:recordResolution',
    'petition:recordNoticeSent',
    'petition:withdraw',
    'petition:close',
    'delivery:read',
    'delivery:decide',
  ],
  host: [
    ...reading,
    'petition:readIdentity',
    'petition:assign',
    'petition:approveAnswer',
    'petition:sendBackAnswer',
    'petition:reopen',
    'delivery:read',
  ],
  agency: [...reading, 'petition:acknowledge', 'petition:answer', 'petition:recordResolution'],
  monitor: reading,
  auditor: [...reading, 'account:read', 'delivery:read'],
};

/** Whether a role has a permission. */
export function isPermitted(role: AccountRole, permission: Permission): boolean {
  return permissionsOf[role].includes(permission);
}
