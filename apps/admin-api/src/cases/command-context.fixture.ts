import { localDate, type ConferenceStage, type Field, type OrganisationCode } from '@dialogue/domain';
import type {
  AccountRole,
  ConferencePetitionRow,
  ConferenceScope,
  Organisation,
  Register,
  ReportScope,
} from '@dialogue/persistence';

import type { CaseScopes, Scopes } from '../auth/scope.js';
import { anAccount, unexpected } from '../testing.fixture.js';
import type { CommandContext } from './command-row.js';

/** A body that is in force, whatever its code. */
function anOrganisation(code: string): Organisation {
  return {
    ...{ code: codeOf(code), name: 'A body', kind: 'so', level: 'province', levelName: 'Province' },
    ...{ parentCode: null, validFrom: null, validTo: null, successorCode: null },
  };
}

/** A field under the first of article 5; what is called so was retired before the test begins. */
function aField(code: string): Field {
  const validTo = code === 'retired' ? localDate('2026-11-24') : null;
  return { code, name: 'A field', root: 'economy', validFrom: localDate('2026-01-01'), validTo };
}

/** What a test of a table knows of the register, and of cases that the account may see. */
interface Known {
  readonly role?: AccountRole;
  readonly organisation?: string;
  readonly register?: Partial<Register>;
  readonly cases?: Partial<CaseScopes>;
}

/** Where a command is split: every body of one letter, a hyphen and more is in force, unless its code says NONE. */
export function aContext({ role = 'clerk', organisation, register = {}, cases = {} }: Known = {}): CommandContext {
  const known: Partial<Register> = {
    organisation: (code) => Promise.resolve(code.includes('NONE') ? null : anOrganisation(code)),
    organisations: () => Promise.resolve(['SL-SXD', 'SL-STC', 'SL-TU', 'SL-MTTQ'].map(anOrganisation)),
    field: (code) => Promise.resolve(code.includes('none') ? null : aField(code)),
    termsInForce: () => Promise.resolve(null),
    hostPosts: (code) =>
      Promise.resolve([{ id: 'post', organisationCode: codeOf(code), kind: 'councilChair', title: 'Chair' }]),
    ...register,
  };
  const readable: Scopes['readable'] = (_, kind) => {
    const found = cases[kind];
    return found === undefined ? unexpected() : Promise.resolve(found);
  };
  const asked = { scopeOf: unexpected, covers: unexpected };
  const ofOthers = { contributable: unexpected, situationReportable: unexpected };
  const scopes: Scopes = { ...asked, ...ofOthers, actionable: readable, readable };
  return {
    account: anAccount(role, organisation),
    caseId: 'c1',
    register: known as Register,
    scopes,
    now: () => Date.parse('2026-11-25T09:00+07:00'),
  };
}

/** A conference as far as a check needs it. */
export function aConference(stage: ConferenceStage = 'preparing'): ConferenceScope {
  return {
    ...{
      id: '0190a7f4-2222-7abc-8def-0123456789ab',
      number: 'HN-2026-000001',
      stage,
      sequence: 2,
      heldOn: null,
      cutOffDays: null,
    },
    ...{ on: localDate('2026-12-21'), startsAt: '08:00', organisation: codeOf('UBND'), leadOffice: codeOf('VP') },
    ...{ coLeadOffice: null, bodies: [] },
  };
}

/** A report as far as a check needs it. */
export function aReport(): ReportScope {
  return {
    ...{ id: 'UBND/2026-Y', stage: 'collecting', sequence: 1 },
    ...{ organisation: codeOf('UBND'), leadOffice: codeOf('VP') },
  };
}

/** A petition on the list of a conference. */
export function aListed(id: string, changes: Partial<ConferencePetitionRow> = {}): ConferencePetitionRow {
  return {
    ...{
      id,
      number: 'KN-2026-000001',
      title: 'A road',
      stage: 'accepted',
      field: 'economy',
      fieldName: 'economy',
      path: 'briefing',
    },
    ...{ isRaised: false, conclusion: null, attachedOn: localDate('2026-11-24'), followedUpOn: null, detachedOn: null },
    ...{ preparedBy: null, preparedOn: null, urgency: null, isBeyondAuthority: false, isAfterBriefing: false },
    isWithheld: false,
    ...changes,
  };
}

export function codeOf(text: string): OrganisationCode {
  return text as OrganisationCode;
}
