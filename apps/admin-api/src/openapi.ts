import 'reflect-metadata';

import { readFileSync, writeFileSync } from 'node:fs';

import { createLogger } from '@dialogue/observability';

import { createApp } from './app.js';
import { documentationOf } from './documentation.js';
import type { Services } from './tokens.js';

/**
 * `node dist/openapi.js --write` writes the description of the API, `--check` fails when the committed one differs.
 * Nothing is started: the document is made of the controllers alone.
 */
const file = new URL('../openapi.json', import.meta.url);
const logger = createLogger({ app: 'openapi', level: 'error' });
/** What the pages behind a link are asked. */
const pages = { overview: missing, form: missing, act: missing, done: missing, file: missing };
const followed = { open: missing, ...pages };
/** What every list of cases is asked besides its pages. */
const listed = { counts: missing, csv: missing, history: missing };

const app = await createApp(withoutServices(), logger);
const text = `${JSON.stringify(documentationOf(app), null, 2)}\n`;
await app.close();

if (process.argv.includes('--write')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('openapi.json differs from the controllers. Run: node apps/admin-api/dist/openapi.js --write\n');
  process.exitCode = 1;
}

/** Nobody calls a service while a document is made: whoever did would see that they are not there. */
function missing(): never {
  throw new Error('There are no services behind the documentation');
}

function withoutServices(): Services {
  return {
    accounts: { logIn: missing, accounts: missing, create: missing, setPassword: missing, deactivate: missing },
    calendar: withoutCalendar(),
    calendarPublishing: { preview: missing, publish: missing, rollout: missing },
    caseLinks: { links: missing, revoke: missing },
    commands: { command: missing },
    conferences: withoutConferences(),
    deadlines: { explain: missing, page: missing },
    deliveries: { deliveries: missing, decide: missing, bounceReports: missing },
    silences: { silentBodies: missing, silentBodiesCsv: missing, setLimit: missing },
    feeds: { feeds: missing, create: missing, replace: missing, revoke: missing, calendar: missing },
    files: { upload: missing, download: missing },
    fields: { list: missing, add: missing, rename: missing, retire: missing },
    health: { readiness: missing },
    mailSettings: withoutMailSettings(),
    organisations: {
      ...{ levels: missing, organisations: missing, organisation: missing, subtree: missing },
      ...{ contacts: missing, setContact: missing, counts: missing, countsOf: missing },
    },
    ...withoutPetitions(),
    lines: { lines: missing, setLine: missing },
    ...{ links: followed, routing: { routing: missing } },
    posts: {
      ...{ posts: missing, appoint: missing, endPost: missing, endHolding: missing },
      ...{ people: missing, person: missing, register: missing, correct: missing },
    },
    reconciliations: { reconciliations: missing, reconciliation: missing, request: missing },
    reorganisations: {
      ...{ preview: missing, request: missing, reorganisations: missing, reorganisation: missing, withdraw: missing },
    },
    reports: { open: missing, carryOut: missing, report: missing, reports: missing, ...listed },
    tables: { organisations: missing, importOrganisations: missing, posts: missing, importPosts: missing },
    terms: { terms: missing, versions: missing, set: missing, withdraw: missing, adoption: missing, adopt: missing },
    accountOfToken: missing,
    requireDatabase: missing,
  };
}

function withoutCalendar(): Services['calendar'] {
  return {
    ...{ editions: missing, edition: missing, begin: missing, addDayOff: missing, addDayInLieu: missing },
    ...{ addSwap: missing, removeDay: missing, confirmYear: missing, suggest: missing, importFile: missing },
    ...{ discard: missing, csv: missing, ics: missing },
  };
}

function withoutMailSettings(): Services['mailSettings'] {
  return { settings: missing, set: missing, absences: missing, recordAbsence: missing, withdrawAbsence: missing };
}

function withoutPetitions(): Pick<Services, 'petitions' | 'petitionImports'> {
  return {
    petitions: {
      ...{ register: missing, registerStub: missing, registerRaised: missing, carryOut: missing },
      ...{ petition: missing, petitions: missing, identity: missing, duplicates: missing },
      ...listed,
    },
    petitionImports: {
      ...{ template: missing, preview: missing, request: missing, imports: missing, petitionImport: missing },
      ...{ rows: missing, refused: missing, cancel: missing },
    },
  };
}

function withoutConferences(): Services['conferences'] {
  return {
    ...{ plan: missing, demandAdHoc: missing, carryOut: missing, conference: missing, conferences: missing },
    ...{ minutesList: missing, minutes: missing, counts: missing, csv: missing, history: missing },
  };
}
