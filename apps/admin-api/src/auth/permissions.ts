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
  'petition:attachToConference',
  'petition:detach',
  'petition:settle',
  'petition:decline',
  'petition:defer',
  'petition:resume',
  'petition:refer',
  'petition:recordReferralOutcome',
  'petition:withdraw',
  'petition:close',
  'petition:reopen',
  'conference:plan',
  'conference:read',
  'conference:approvePlan',
  'conference:requestOpinions',
  'conference:holdBriefing',
  'conference:sendInvitations',
  'conference:reschedule',
  'conference:cancel',
  'conference:recordHeld',
  'conference:recordOpinionRaised',
  'conference:conclude',
  'conference:issueConclusionNotice',
  'conference:issueResultReport',
  'conference:close',
  'report:open',
  'report:read',
  'report:submit',
  'report:return',
  'report:approve',
  'report:send',
  'command:read',
  'calendar:read',
  'calendar:manage',
  'organisation:read',
  'organisation:count',
  'organisation:manage',
  'post:read',
  'post:manage',
  'line:manage',
  'account:read',
  'account:manage',
  'delivery:read',
  'delivery:decide',
] as const;
export type Permission = (typeof permissions)[number];

const reading = [
  'petition:read',
  'conference:read',
  'report:read',
  'command:read',
  'calendar:read',
  'organisation:read',
  'organisation:count',
  'post:read',
] as const;

/** What the lead office does with conferences; the plan and the conclusions of the host it enters with their document. */
const conferencesOfClerk = [
  'conference:plan',
  'conference:approvePlan',
  'conference:requestOpinions',
  'conference:holdBriefing',
  'conference:sendInvitations',
  'conference:reschedule',
  'conference:recordHeld',
  'conference:recordOpinionRaised',
  'conference:conclude',
  'conference:issueConclusionNotice',
  'conference:issueResultReport',
  'conference:close',
] as const;

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
    'petition:attachToConference',
    'petition:detach',
    'petition:settle',
    'petition:resume',
    'petition:refer',
    'petition:recordReferralOutcome',
    'petition:withdraw',
    'petition:close',
    ...conferencesOfClerk,
    'report:open',
    'report:submit',
    'report:send',
    'delivery:read',
    'delivery:decide',
  ],
  host: [
    ...reading,
    'petition:readIdentity',
    'petition:assign',
    'petition:approveAnswer',
    'petition:sendBackAnswer',
    'petition:settle',
    // D10.1b: what is not taken up, or put off, is the host's own word.
    'petition:decline',
    'petition:defer',
    'petition:refer',
    'petition:recordReferralOutcome',
    'petition:reopen',
    'conference:approvePlan',
    'conference:reschedule',
    'conference:cancel',
    'conference:conclude',
    // D14.1: the head answers for the report.
    'report:return',
    'report:approve',
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
