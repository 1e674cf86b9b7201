import { createLogger, type Logger } from '@dialogue/observability';
import type { Account, AccountRole } from '@dialogue/persistence';
import type { OrganisationCode } from '@dialogue/domain';

import type { Services } from './tokens.js';

/** Says which call a test did not expect. */
export function unexpected(): never {
  throw new Error('A call that the test does not expect');
}

const noMailSettings: Services['mailSettings'] = {
  ...{ settings: unexpected, set: unexpected, absences: unexpected },
  ...{ recordAbsence: unexpected, withdrawAbsence: unexpected },
};

/** Services of which none may be called; a test puts in those that it means. */
export function services(given: { readonly [Key in keyof Services]?: Partial<Services[Key]> } = {}): Services {
  return {
    accounts: {
      logIn: unexpected,
      accounts: unexpected,
      create: unexpected,
      setPassword: unexpected,
      deactivate: unexpected,
      ...given.accounts,
    },
    calendar: {
      ...{ editions: unexpected, edition: unexpected, begin: unexpected, addDayOff: unexpected },
      ...{ addDayInLieu: unexpected, addSwap: unexpected, removeDay: unexpected, confirmYear: unexpected },
      ...{ suggest: unexpected, importFile: unexpected, discard: unexpected, csv: unexpected, ics: unexpected },
      ...given.calendar,
    },
    calendarPublishing: {
      ...{ preview: unexpected, publish: unexpected, rollout: unexpected },
      ...given.calendarPublishing,
    },
    caseLinks: { links: unexpected, revoke: unexpected, ...given.caseLinks },
    commands: { command: unexpected, ...given.commands },
    conferences: {
      ...{ plan: unexpected, demandAdHoc: unexpected, carryOut: unexpected },
      ...{ conference: unexpected, conferences: unexpected, minutesList: unexpected, minutes: unexpected },
      ...{ counts: unexpected, csv: unexpected, history: unexpected },
      ...given.conferences,
    },
    deadlines: { explain: unexpected, page: unexpected, ...given.deadlines },
    deliveries: { deliveries: unexpected, decide: unexpected, bounceReports: unexpected, ...given.deliveries },
    feeds: {
      ...{ feeds: unexpected, create: unexpected, replace: unexpected, revoke: unexpected, calendar: unexpected },
      ...given.feeds,
    },
    files: { upload: unexpected, download: unexpected, ...given.files },
    fields: { list: unexpected, add: unexpected, rename: unexpected, retire: unexpected, ...given.fields },
    health: { readiness: unexpected, ...given.health },
    lines: { lines: unexpected, setLine: unexpected, ...given.lines },
    links: {
      ...{
        open: unexpected,
        overview: unexpected,
        form: unexpected,
        act: unexpected,
        done: unexpected,
        file: unexpected,
      },
      ...given.links,
    },
    mailSettings: { ...noMailSettings, ...given.mailSettings },
    organisations: {
      ...{ levels: unexpected, organisations: unexpected, organisation: unexpected, subtree: unexpected },
      ...{ contacts: unexpected, setContact: unexpected, counts: unexpected, countsOf: unexpected },
      ...given.organisations,
    },
    petitionImports: {
      ...{ template: unexpected, preview: unexpected, request: unexpected, imports: unexpected },
      ...{ petitionImport: unexpected, rows: unexpected, refused: unexpected, cancel: unexpected },
      ...given.petitionImports,
    },
    petitions: {
      ...{
        register: unexpected,
        registerStub: unexpected,
        registerRaised: unexpected,
        carryOut: unexpected,
        petition: unexpected,
        petitions: unexpected,
        identity: unexpected,
        duplicates: unexpected,
      },
      ...{ counts: unexpected, csv: unexpected, history: unexpected },
      ...given.petitions,
    },
    posts: {
      ...{ posts: unexpected, appoint: unexpected, endPost: unexpected, endHolding: unexpected },
      ...{ people: unexpected, person: unexpected, register: unexpected, correct: unexpected },
      ...given.posts,
    },
    reconciliations: {
      ...{ reconciliations: unexpected, reconciliation: unexpected, request: unexpected },
      ...given.reconciliations,
    },
    reorganisations: {
      ...{ preview: unexpected, request: unexpected, reorganisations: unexpected },
      ...{ reorganisation: unexpected, withdraw: unexpected, ...given.reorganisations },
    },
    reports: {
      ...{ open: unexpected, carryOut: unexpected, report: unexpected, reports: unexpected },
      ...{ counts: unexpected, csv: unexpected, history: unexpected },
      ...given.reports,
    },
    routing: { routing: unexpected, ...given.routing },
    silences: { silentBodies: unexpected, silentBodiesCsv: unexpected, setLimit: unexpected, ...given.silences },
    tables: {
      ...{ organisations: unexpected, importOrganisations: unexpected, posts: unexpected, importPosts: unexpected },
      ...given.tables,
    },
    terms: {
      ...{
        terms: unexpected,
        versions: unexpected,
        set: unexpected,
        withdraw: unexpected,
        adoption: unexpected,
        adopt: unexpected,
      },
      ...given.terms,
    },
    accountOfToken: (token) => Promise.resolve(anAccount(token.split('.')[1] as AccountRole)),
    requireDatabase: () => undefined,
    ...(given.accountOfToken === undefined
      ? {}
      : { accountOfToken: given.accountOfToken as Services['accountOfToken'] }),
    ...(given.requireDatabase === undefined
      ? {}
      : { requireDatabase: given.requireDatabase as Services['requireDatabase'] }),
  };
}

/** A header that {@link services} takes for a login with this role. */
export function loggedInAs(role: AccountRole): { readonly authorization: string } {
  return { authorization: `Bearer test.${role}.token` };
}

export function anAccount(role: AccountRole, organisation: string | null = null): Account {
  return {
    id: '7d3f0f4c-7e0b-4f3e-9d0a-0d6f4d1a2b3c',
    username: role,
    role,
    organisationCode: organisation as OrganisationCode | null,
    isActive: true,
    createdAt: 0,
  };
}

/** A logger that keeps its lines. */
export function aLogger(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { logger: createLogger({ app: 'test', level: 'debug', write: (line) => lines.push(line) }), lines };
}
