import type { RuleId } from '../regulation/rule-id.js';
import type { PostKind } from './recipients.js';

/** The levels that article 7 tells apart, and the Party committees directly under the province, which it passes over. */
export const routingLevels = ['province', 'district', 'department', 'directCommittee', 'commune'] as const;
export type RoutingLevel = (typeof routingLevels)[number];

/** Offices that lead, as the text names them; which body that is, the register knows by the area and the day. */
export const officeRoles = ['partyCommitteeOffice', 'councilOffice', 'committeeOffice', 'jointOffice'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** Who coordinates. The last one is no body of the register: it is another one at each conference. */
export const coordinatorRoles = [
  'massMobilisationBoard',
  'provincialMassMobilisationBoard',
  'front',
  'bodiesConcerned',
] as const;
export type CoordinatorRole = (typeof coordinatorRoles)[number];

/** Roles that one body of an area has, as `data/son-la-routing-bodies.csv` names it. */
export const areaRoles = [...officeRoles, 'massMobilisationBoard', 'front'] as const;
export type AreaRole = (typeof areaRoles)[number];

/** The rows of article 7, in the order of the text; the last but one is what the text leaves to the host. */
export const routingCases = [
  'provincePartyCommittee',
  'provinceCouncilChair',
  'provinceCommitteeChair',
  'districtPartyCommittee',
  'districtCouncilChair',
  'districtCommitteeChair',
  'department',
  'directCommittee',
  'commune',
] as const;
export type RoutingCase = (typeof routingCases)[number];

/** Offices lead, the first of them as the standing one; the text names no order, this is ours (ADR-0031). */
export interface OfficesPrepare {
  readonly by: 'offices';
  readonly leads: readonly [OfficeRole, ...OfficeRole[]];
  readonly coordinating: readonly CoordinatorRole[];
}

/** The text names nobody: the host does, or the Party secretary of the commune, whoever hosts. */
export interface SomebodyNames {
  readonly by: 'host' | 'partySecretary';
}

/** One row: whoever holds one of these posts has the conference prepared so. */
export interface RoutingRow {
  readonly case: RoutingCase;
  readonly rule: RuleId;
  readonly posts: readonly PostKind[];
  readonly prepare: OfficesPrepare | SomebodyNames;
}

const partyCommitteeHeads: readonly PostKind[] = ['partySecretary', 'deputySecretaryChairingCouncil'];
const departmentHeads: readonly PostKind[] = ['departmentHead', 'partyBoardHead', 'frontHead', 'organisationHead'];
const everyHead: readonly PostKind[] = [...partyCommitteeHeads, 'councilChair', 'committeeChair', ...departmentHeads];

/**
 * Article 7 (D7.1 to D7.4). At each level the first row decides of which the host holds a post, so that the most senior of
 * several posts counts: a deputy secretary who chairs the council takes the first row, a chair of the council who is
 * neither secretary nor deputy the second.
 */
export const routingTable: Readonly<Record<RoutingLevel, readonly RoutingRow[]>> = {
  province: [
    // D7.1: two offices lead, that of the Party committee is the standing one.
    {
      ...{ case: 'provincePartyCommittee', rule: 'D7.1', posts: partyCommitteeHeads },
      prepare: offices(['partyCommitteeOffice', 'councilOffice'], 'massMobilisationBoard'),
    },
    {
      ...{ case: 'provinceCouncilChair', rule: 'D7.1', posts: ['councilChair'] },
      prepare: offices(['councilOffice'], 'massMobilisationBoard'),
    },
    {
      ...{ case: 'provinceCommitteeChair', rule: 'D7.1', posts: ['committeeChair'] },
      prepare: offices(['committeeOffice'], 'massMobilisationBoard'),
    },
  ],
  district: [
    // D7.2: the office of the Party committee, and the one that council and committee share.
    {
      ...{ case: 'districtPartyCommittee', rule: 'D7.2', posts: partyCommitteeHeads },
      prepare: offices(['partyCommitteeOffice', 'jointOffice'], 'massMobilisationBoard'),
    },
    {
      ...{ case: 'districtCouncilChair', rule: 'D7.2', posts: ['councilChair'] },
      // D7.2: the board of the PROVINCE, so the text, though its neighbours name that of the district.
      prepare: offices(['jointOffice'], 'provincialMassMobilisationBoard'),
    },
    {
      ...{ case: 'districtCommitteeChair', rule: 'D7.2', posts: ['committeeChair'] },
      prepare: offices(['jointOffice'], 'massMobilisationBoard'),
    },
  ],
  // D7.3: the head of the department decides who prepares.
  department: [{ case: 'department', rule: 'D7.3', posts: departmentHeads, prepare: { by: 'host' } }],
  // D1: its secretary hosts, article 7 has no row for him: he names who prepares.
  directCommittee: [{ case: 'directCommittee', rule: 'D1', posts: ['partySecretary'], prepare: { by: 'host' } }],
  // D7.4: the commune's Party secretary directs who prepares, whoever hosts.
  commune: [{ case: 'commune', rule: 'D7.4', posts: everyHead, prepare: { by: 'partySecretary' } }],
};

/** The row that decides; null when nobody of these posts hosts at this level (D1). */
export function routingRow(level: RoutingLevel, posts: readonly PostKind[]): RoutingRow | null {
  return routingTable[level].find((row) => row.posts.some((post) => posts.includes(post))) ?? null;
}

/** The row of a level that has but one, so that the host's post need not be known. */
export function onlyRow(level: RoutingLevel): RoutingRow | null {
  const [row, ...others] = routingTable[level];
  return others.length === 0 ? (row ?? null) : null;
}

/** The row by its name. */
export function rowOfCase(which: RoutingCase): RoutingRow | null {
  return (
    Object.values(routingTable)
      .flat()
      .find((row) => row.case === which) ?? null
  );
}

/** Where article 7 looks for an organisation, by its kind and level in the register. */
export function routingLevelOf({ kind, level }: { readonly kind: string; readonly level: string }): RoutingLevel {
  if (level === 'commune' || level === 'district') return level;
  if (kind === 'dang-uy-truc-thuoc') return 'directCommittee';
  return ofTheProvinceItself.includes(kind) ? 'province' : 'department';
}

const ofTheProvinceItself: readonly string[] = ['tinh', 'cap-uy', 'hdnd', 'ubnd'];

function offices(
  leads: OfficesPrepare['leads'],
  board: 'massMobilisationBoard' | 'provincialMassMobilisationBoard',
): OfficesPrepare {
  return { by: 'offices', leads, coordinating: [board, 'front', 'bodiesConcerned'] };
}
