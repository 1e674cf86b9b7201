import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  readCalendar,
  readFormerParents,
  readLevels,
  readOrganisations,
  readReportLines,
  readRoutingBodies,
  readSampleBodies,
  readSampleContacts,
  readSuccessions,
  type TableText,
} from '@dialogue/documents';
import {
  organisationCodes,
  storeReferenceData,
  storeSampleContacts,
  type CalendarTaken,
  type createDataSource,
  type ReferenceData,
} from '@dialogue/persistence';

type DataSource = ReturnType<typeof createDataSource>;

/**
 * Brings organisations and the lines between them from the files of `data/` into the register; repeatable. The working calendar
 * becomes its first edition, where it has none yet.
 *
 * @throws TableError naming file, line and reason; nothing is loaded then.
 */
export async function loadReferenceData(dataSource: DataSource, folder: string): Promise<CalendarTaken> {
  return storeReferenceData(dataSource, await readReferenceData(folder));
}

/**
 * Bodies below some communes, and made-up people with addresses under `.example`, so that letters have somewhere to go.
 *
 * @throws TableError naming file, line and reason; nothing is loaded then.
 */
export async function loadSampleContacts(dataSource: DataSource, folder: string): Promise<void> {
  const known = await organisationCodes(dataSource);
  const bodies = readSampleBodies(await tableOf(folder, 'sample-bodies.csv'), known);
  const codes = new Set([...known, ...bodies.map(({ code }) => code)]);
  const contacts = readSampleContacts(await tableOf(folder, 'sample-contacts.csv'), codes);
  await storeSampleContacts(dataSource, { bodies, contacts });
}

async function readReferenceData(folder: string): Promise<ReferenceData> {
  const levels = readLevels(await tableOf(folder, 'levels.csv'));
  const files = {
    units: await tableOf(folder, 'son-la-units.csv'),
    bodies: await tableOf(folder, 'son-la-bodies.csv'),
    lines: await tableOf(folder, 'son-la-lines.csv'),
  };
  const organisations = readOrganisations(files, levels);
  const codes = new Set(organisations.map(({ code }) => code));
  return {
    levels,
    organisations,
    formerParents: readFormerParents(await tableOf(folder, 'son-la-former-parents.csv'), codes),
    successions: readSuccessions(await tableOf(folder, 'son-la-parts.csv'), organisations),
    reportLines: readReportLines(await tableOf(folder, 'son-la-report-lines.csv'), codes),
    routingBodies: readRoutingBodies(await tableOf(folder, 'son-la-routing-bodies.csv'), codes),
    calendar: readCalendar({
      days: await tableOf(folder, 'working-calendar.csv'),
      years: await tableOf(folder, 'calendar-years.csv'),
    }),
  };
}

async function tableOf(folder: string, name: string): Promise<TableText> {
  const text = await readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
    throw new Error(`${name} cannot be read`, { cause });
  });
  return { name, text };
}
