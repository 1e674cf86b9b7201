import type { ContactKind } from './contacts.js';

/** Whom a letter is for, as seen from one case; turned into people and addresses on the day, from dated posts. */
export type RecipientRole =
  | 'handler'
  | 'agencyHead'
  | 'leadOffice'
  | 'monitor'
  | 'front'
  | 'host'
  | 'superior'
  /** D14.1: who gets a period report, and who a copy; D8.2b, D11.2b: who gets the results of a conference. */
  | 'reportAddressee'
  | 'reportCopy'
  | 'resultAddressee'
  | 'petitioner';

/** What a person is in an organisation; the first eight may host a conference (D1). */
export const postKinds = [
  'partySecretary',
  'deputySecretaryChairingCouncil',
  'councilChair',
  'committeeChair',
  'departmentHead',
  'partyBoardHead',
  'frontHead',
  'organisationHead',
  'officeHead',
  'clerk',
  'handler',
] as const;
export type PostKind = (typeof postKinds)[number];

/** Which body a role belongs to: the case names the first three, the register knows the rest by their lines. */
export type RecipientBody = 'agency' | 'leadOffice' | 'organisation' | 'monitor' | 'front' | 'superior' | ReportLine;

/** Lines on which results go from one body to several others: data of the register (D8.2b, D11.2b, D14.1). */
export const reportLines = ['reportTo', 'copyTo', 'resultTo'] as const;
export type ReportLine = (typeof reportLines)[number];

interface RecipientRoute {
  readonly body: RecipientBody;
  /** The first kind of post that somebody with an address holds on the day gets the letter. */
  readonly posts: readonly PostKind[];
  /** While nobody does: the first of the body's own addresses. */
  readonly contacts: readonly ContactKind[];
}

const heads: readonly PostKind[] = [
  'partySecretary',
  'committeeChair',
  'deputySecretaryChairingCouncil',
  'councilChair',
  'departmentHead',
  'partyBoardHead',
  'frontHead',
  'organisationHead',
  'officeHead',
];
const staff: readonly PostKind[] = ['handler', 'clerk', 'officeHead', ...heads];

const toHead = { posts: heads, contacts: ['head', 'desk'] } as const;
const toStaff = { posts: staff, contacts: ['handler', 'desk'] } as const;
// What is sent to a body goes to its desk: the office that opens its post.
const toDesk = { posts: staff, contacts: ['desk'] } as const;

/** Role -> body and posts (D10.1a, D11.1b, D11.1c, D11.3). The petitioner is reached through the sealed register. */
export const recipientRoutes: Readonly<Record<Exclude<RecipientRole, 'petitioner'>, RecipientRoute>> = {
  handler: { body: 'agency', ...toStaff },
  agencyHead: { body: 'agency', ...toHead },
  leadOffice: { body: 'leadOffice', posts: ['clerk', 'officeHead', ...staff], contacts: ['handler', 'desk'] },
  monitor: { body: 'monitor', ...toStaff },
  front: { body: 'front', ...toStaff },
  host: { body: 'organisation', ...toHead },
  superior: { body: 'superior', ...toHead },
  reportAddressee: { body: 'reportTo', ...toDesk },
  reportCopy: { body: 'copyTo', ...toDesk },
  resultAddressee: { body: 'resultTo', ...toDesk },
};
