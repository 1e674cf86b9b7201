import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { localDate } from '@dialogue/domain';
import { createAccounts, createDataSource, createLines } from '@dialogue/persistence';
import { databaseForTest, type TestDatabase } from '@dialogue/testing';
import { anOrganisation } from '@dialogue/testing/builders';

import { repositoryRoot } from '../local/paths.js';
import { loadReferenceData, loadSampleContacts } from './reference-data.js';

const data = join(repositoryRoot, 'data');

/** File, what stands there, what is written instead, and what is said of it. */
const wrongRows: readonly [file: string, from: string, to: string, message: RegExp][] = [
  [
    'son-la-bodies.csv',
    'SL-STC,Sở Tài chính,so,',
    'SL-STC,Sở Tài chính,bo,',
    /son-la-bodies\.csv line \d+: kind "bo" is not one of/,
  ],
  ['son-la-bodies.csv', 'SL-STC,Sở', 'SL-SNV,Sở', /son-la-bodies\.csv line \d+: code "SL-SNV" stands there twice/],
  [
    'son-la-units.csv',
    '2025-06-30,14,VPD',
    '2025-06-31,14,VPD',
    /son-la-units\.csv line 3: valid_to "2025-06-31" is no date/,
  ],
  [
    'son-la-units.csv',
    '2025-06-30,14,VPD',
    '2025-06-30,15,VPD',
    /son-la-units\.csv line 3: successor_code "15" is unknown/,
  ],
  [
    'son-la-lines.csv',
    'SL-STC,SL-UBND,SL-STC,SL-BDV',
    'SL-STC,SL-UBND,SL-STC,SL-XYZ',
    /son-la-lines\.csv line \d+: monitor_code "SL-XYZ" is unknown/,
  ],
  [
    'son-la-lines.csv',
    'SL-STC,SL-UBND',
    'SL-STX,SL-UBND',
    /son-la-lines\.csv line \d+: code "SL-STX" is no unit and no body/,
  ],
  [
    'levels.csv',
    'district,',
    'ward,',
    /son-la-units\.csv line 3: level "district" is not one of province, ward, commune/,
  ],
  ['levels.csv', '2025-06-30', '2025-01-31', /son-la-units\.csv line 3: level "district" ended on 2025-01-31/],
  [
    'son-la-former-parents.csv',
    '03760,119,',
    '03760,1190,',
    /son-la-former-parents\.csv line 2: parent_code "1190" is unknown/,
  ],
  ['son-la-parts.csv', '03913,', '03914,', /son-la-parts\.csv line 3: "03914" is unknown, or has not ended/],
  [
    'son-la-report-lines.csv',
    'SL-STC,reportTo,SL-TU',
    'SL-STC,sendTo,SL-TU',
    /son-la-report-lines\.csv line \d+: kind "sendTo" is not one of reportTo, copyTo, resultTo/,
  ],
  [
    'son-la-report-lines.csv',
    'SL-STC,reportTo,SL-TU',
    'SL-STX,reportTo,SL-TU',
    /son-la-report-lines\.csv line \d+: organisation_code "SL-STX" is unknown/,
  ],
  [
    'son-la-report-lines.csv',
    'SL-STC,reportTo,SL-TU',
    'SL-STC,reportTo,SL-TX',
    /son-la-report-lines\.csv line \d+: to_code "SL-TX" is unknown/,
  ],
  [
    'son-la-report-lines.csv',
    'SL-STC,reportTo,SL-TU',
    'SL-STC,reportTo,SL-STC',
    /son-la-report-lines\.csv line \d+: "SL-STC" does not report to itself/,
  ],
  [
    'son-la-report-lines.csv',
    'SL-STC,reportTo,SL-TU',
    'SL-STC,reportTo,SL-UBND',
    /son-la-report-lines\.csv line \d+: line SL-STC reportTo SL-UBND stands there twice/,
  ],
  [
    'son-la-routing-bodies.csv',
    '14,committeeOffice,SL-VPUBND',
    '14,committeeOffice,SL-VPX',
    /son-la-routing-bodies\.csv line 4: body_code "SL-VPX" is unknown/,
  ],
  [
    'son-la-routing-bodies.csv',
    '14,committeeOffice,SL-VPUBND',
    '14,councilOffice,SL-VPUBND',
    /son-la-routing-bodies\.csv line 4: area 14 has another councilOffice on one of these days/,
  ],
  [
    'working-calendar.csv',
    '2026-11-24,off',
    '2026-11-22,off',
    /working-calendar\.csv line \d+: off does not fit the weekday of 2026-11-22/,
  ],
  [
    'calendar-years.csv',
    '2027,false',
    '2028,false',
    /working-calendar\.csv line \d+: year 2027 is not in calendar-years\.csv/,
  ],
  [
    'working-calendar.csv',
    '2019-01-05,worked,',
    '2019-01-12,worked,',
    /working-calendar\.csv line \d+: 2018-12-31 is half of a swap, and the other half is not there/,
  ],
  ['working-calendar.csv', 'date,kind', 'day,kind', /working-calendar\.csv has no column date/],
];

let database: TestDatabase;
let register: ReturnType<typeof createDataSource>;
let folder: string;

beforeAll(async () => {
  database = await databaseForTest('migrated');
  register = await createDataSource({ url: database.adminUrl }).initialize();
});
afterAll(async () => {
  await register.destroy();
  await database.drop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialogue-data-'));
  await cp(data, folder, { recursive: true });
});
afterEach(async () => rm(folder, { recursive: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

async function counted(): Promise<readonly unknown[]> {
  return register.query<object[]>(
    `SELECT (SELECT count(*) FROM organisations) AS organisations, (SELECT count(*) FROM calendar_days) AS days,
       (SELECT count(*) FROM report_lines) AS lines, (SELECT count(*) FROM routing_bodies) AS routed,
       (SELECT count(*) FROM organisation_successors) AS successors,
       (SELECT count(*) FROM organisation_former_parents) AS parents,
       (SELECT count(*) FROM people) AS people, (SELECT count(*) FROM post_holders) AS holders`,
  );
}

describe('reference data', () => {
  it.each(wrongRows)(
    'a wrong row of %s is refused with its line, and nothing is loaded: %s -> %s',
    async (file, from, to, message) => {
      await edit(file, from, to);
      const before = await counted();

      await expect(loadReferenceData(register, folder)).rejects.toThrow(message);

      expect(await counted()).toEqual(before);
    },
  );

  it('is loaded whole, as often as one likes', async () => {
    await loadReferenceData(register, folder);
    await loadSampleContacts(register, folder);
    const first = await counted();

    await loadReferenceData(register, folder);
    await loadSampleContacts(register, folder);

    expect(first).toEqual([
      { organisations: 381, successors: 252, parents: 16, days: 191, lines: 878, routed: 5, people: 377, holders: 379 },
    ]);
    expect(await counted()).toEqual(first);
  });

  it('takes over what an edited file says', async () => {
    await loadReferenceData(register, folder);
    await edit('son-la-bodies.csv', 'SL-STC,Sở Tài chính,', 'SL-STC,Sở Tài chính mới,');

    await loadReferenceData(register, folder);

    const rows = await register.query<object[]>(`SELECT name FROM organisations WHERE code = 'SL-STC'`);
    expect(rows).toEqual([{ name: 'Sở Tài chính mới' }]);
  });

  it('D11.1c: the calendar becomes the first edition, and files that say something else change no edition', async () => {
    const days = `SELECT on_day, kind FROM calendar_days WHERE edition = 1 AND on_day BETWEEN '2026-11-24' AND '2026-11-25'`;
    await loadReferenceData(register, folder);

    expect(await loadReferenceData(register, folder)).toBe('known');
    await edit('working-calendar.csv', '2026-11-24,off', '2026-11-25,off');
    expect(await loadReferenceData(register, folder)).toBe('different');

    expect(await register.query<object[]>(days)).toEqual([{ on_day: '2026-11-24', kind: 'off' }]);
    expect(await register.query<object[]>('SELECT edition FROM calendar_editions')).toEqual([{ edition: 1 }]);
  });

  it('keeps what an office has edited, and its past', async () => {
    await loadReferenceData(register, folder);
    await register.query(
      `UPDATE organisations SET name = 'Sở của chúng tôi', edited_at = now() WHERE code IN ('SL-STC', 'SL-SKHDT')`,
    );
    await register.query(`UPDATE organisation_successors SET kind = 'abolition' WHERE predecessor_code = 'SL-SKHDT'`);

    await loadReferenceData(register, folder);

    const rows = await register.query<object[]>(
      `SELECT body.name, succession.kind FROM organisations body
       LEFT JOIN organisation_successors succession ON predecessor_code = code WHERE code IN ('SL-STC', 'SL-SKHDT') ORDER BY code DESC`,
    );
    expect(rows).toEqual([
      { name: 'Sở của chúng tôi', kind: null },
      { name: 'Sở của chúng tôi', kind: 'abolition' },
    ]);
    await register.query('UPDATE organisations SET edited_at = NULL');
  });

  it('says how each body of Son La came to its end', async () => {
    await loadReferenceData(register, folder);

    const rows = await register.query<object[]>(
      `SELECT kind, is_main, count(*)::int AS count FROM organisation_successors GROUP BY kind, is_main ORDER BY kind, is_main`,
    );

    // Twelve districts ended for the province; the rest are communes and provincial bodies.
    expect(rows).toEqual([
      { kind: 'abolition', is_main: true, count: 12 },
      { kind: 'merge', is_main: true, count: 218 },
      { kind: 'renaming', is_main: true, count: 9 },
      { kind: 'split', is_main: false, count: 7 },
      { kind: 'split', is_main: true, count: 6 },
    ]);
  });

  it('D14.1: a line of reporting that is no longer in the file ends', async () => {
    await loadReferenceData(register, folder);
    await edit('son-la-report-lines.csv', 'SL-STC,copyTo,SL-MTTQ,', 'SL-STC,copyTo,SL-HDND,');

    await loadReferenceData(register, folder);

    const rows = await register.query<{ to_code: string }[]>(
      `SELECT to_code FROM report_lines WHERE organisation_code = 'SL-STC' AND to_code IN ('SL-MTTQ', 'SL-HDND')`,
    );
    expect(rows).toEqual([{ to_code: 'SL-HDND' }]);
  });

  it('a contact outside of .example is refused', async () => {
    await loadReferenceData(register, data);
    await edit('sample-contacts.csv', 'bithu@tu.sonla.example', 'bithu@sonla.gov.vn');

    await expect(loadSampleContacts(register, folder)).rejects.toThrow(
      'sample-contacts.csv line 2: email is no address under .example',
    );
  });
});

describe('reference data beside what offices have set', () => {
  it('D11.3: leaves the lines that an office has set', async () => {
    await loadReferenceData(register, folder);
    const account = { username: 'admin.lines', passwordHash: 'none', role: 'admin', organisationCode: null } as const;
    const setBy = (await createAccounts(register).create(account))?.id ?? '';
    const [organisation, body] = [anOrganisation('SL-BNC'), anOrganisation('SL-SYT')];
    const line = {
      organisation,
      kind: 'copyTo',
      bodies: [body],
      from: localDate('2030-03-01'),
      reason: 'x',
      setBy,
    } as const;
    await createLines(register).set(line);

    await loadReferenceData(register, folder);

    const { lines } = await createLines(register).of(organisation, localDate('2030-03-01'));
    expect(lines.find(({ kind }) => kind === 'copyTo')?.bodies).toMatchObject([{ code: 'SL-SYT' }]);
  });
});
