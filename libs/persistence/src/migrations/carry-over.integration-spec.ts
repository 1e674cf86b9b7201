import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseForTest, type TestDatabaseContents } from '@dialogue/testing';
import type { DataSource } from 'typeorm';

import { createDataSource } from '../data-source.js';
import { migrate } from '../migrate.js';

const petition = '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001';

const endings: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const end of endings) await end();
});

/** A database of its own for one block, as its owner sees it. */
async function opened(contents: TestDatabaseContents): Promise<DataSource> {
  const database = await databaseForTest(contents);
  const dataSource = await createDataSource({ url: database.adminUrl }).initialize();
  endings.push(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  return dataSource;
}

describe('a register that was there before conferences', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await opened('migrated');
    await undo('CreateConferences');
    await dataSource.query(`
      INSERT INTO organisations (code, name, kind, level) VALUES ('SL-STC', 'Sở Tài chính', 'so', 'province');
      INSERT INTO petition_submissions VALUES ('${petition}', 'KN-2026-000001', 'x', 'x', 'resident', false, 'late', 'SL-STC',
        'SL-STC', '2026-03-02', true, false, now(), NULL);
      INSERT INTO case_memory VALUES ('petition', '${petition}', 1, now(), '{}');
      INSERT INTO petitions (id, stage, agency_code, last_sequence) VALUES ('${petition}', 'closed', 'SL-STC', 1);
      INSERT INTO milestones (petition_id, number, kind, rule, anchor_on, due_on, is_provisional)
        VALUES ('${petition}', 1, 'screen', 'D2.1', '2026-03-02', '2026-03-05', false);
      INSERT INTO outbox (kind, case_kind, case_id, payload) VALUES ('signalCase', 'petition', '${petition}', '{}');
    `);
  });

  async function undo(first: string): Promise<void> {
    await undoFrom(dataSource, first);
  }

  async function rows(text: string): Promise<readonly object[]> {
    return dataSource.query<object[]>(text);
  }

  it('keeps its duties, its news on their way and what was concluded, up, down and up', async () => {
    await migrate(dataSource);
    const after = {
      duties: await rows('SELECT case_kind, case_id, number, kind, due_on, is_belated FROM milestones'),
      petitions: await rows('SELECT conclusion, source, is_written_answer_required, is_raised FROM petitions'),
      news: await rows(`SELECT command_id = encode(sha256('outbox/1'), 'hex') AS "isKnown" FROM outbox`),
    };
    await undo('CreateConferences');
    const before = await rows('SELECT petition_id, number, kind, due_on FROM milestones');
    await migrate(dataSource);

    expect(after.duties).toEqual([
      {
        ...{ case_kind: 'petition', case_id: petition, number: 1, kind: 'screen' },
        ...{ due_on: '2026-03-05', is_belated: false },
      },
    ]);
    expect(after.petitions).toEqual([
      { conclusion: 'assign', source: 'late', is_written_answer_required: true, is_raised: false },
    ]);
    expect(after.news).toEqual([{ isKnown: true }]);
    expect(before).toEqual([{ petition_id: petition, number: 1, kind: 'screen', due_on: '2026-03-05' }]);
    expect(await rows('SELECT case_id FROM milestones')).toEqual([{ case_id: petition }]);
  });

  it('does not go down over what a host has concluded', async () => {
    await dataSource.query(`UPDATE petitions SET stage = 'settled'`);

    await expect(undo('CreateConferences')).rejects.toThrow('what hosts have concluded');
  });
});

describe('terms that were set by hand before there was a route', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await opened('migrated');
  });

  it('D13.1: mean the same as a difference from the defaults, and are not lost on the way down', async () => {
    await undoFrom(dataSource, 'RecordLocalTerms');
    await dataSource.query(`
      INSERT INTO organisations (code, name, kind, level) VALUES ('SL-STC', 'Sở Tài chính', 'so', 'province');
      INSERT INTO terms (organisation_code, valid_from, petition, legal_basis)
        VALUES ('SL-STC', '2026-01-01', '{"version": "stc", "reopeningMonths": 6}', '12-QĐ/TU');
    `);

    await migrate(dataSource);

    expect(await dataSource.query<object[]>('SELECT petition, conference, reason, recorded_by FROM terms')).toEqual([
      { petition: { reopeningMonths: 6 }, conference: null, reason: '12-QĐ/TU', recorded_by: null },
    ]);
    await expect(undoFrom(dataSource, 'RecordLocalTerms')).rejects.toThrow('who has set which terms');
  });
});

describe('a calendar that was there before drafts', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await opened('reference');
  });

  it('D11.1c: learns the halves of its swaps from their names', async () => {
    const swaps = 'SELECT on_day, swap_with FROM calendar_days WHERE swap_with IS NOT NULL ORDER BY on_day';
    const loaded = await dataSource.query<object[]>(swaps);
    await undoFrom(dataSource, 'AddCalendarDrafts');

    await migrate(dataSource);

    expect(loaded).toHaveLength(17);
    expect(await dataSource.query<object[]>(swaps)).toEqual(loaded);
  });

  it('does not go down over an edition that people have made', async () => {
    await dataSource.query('INSERT INTO calendar_editions (edition, based_on) VALUES (2, 1)');

    await expect(undoFrom(dataSource, 'AddCalendarDrafts')).rejects.toThrow('would lose editions of the calendar');
  });
});

describe('cases that were there before the list of fields', () => {
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = await opened('reference');
  });

  it('D5: keep their field, up, down and up', async () => {
    await undoFrom(dataSource, 'ListFields');
    await dataSource.query(`
      INSERT INTO petition_submissions (id, number, title, content, category, is_collective, source, organisation_code,
          lead_office_code, received_on, is_written_answer_required, is_reachable_by_mail, submitted_at)
        VALUES ('${petition}', 'KN-2026-000001', 'x', 'x', 'resident', false, 'late', 'SL-STC', 'SL-STC', '2026-03-02', true, false, now());
      INSERT INTO petitions (id, stage, source, is_written_answer_required, field, last_sequence)
        VALUES ('${petition}', 'accepted', 'late', true, 'publicOrder', 1);
    `);

    await migrate(dataSource);
    await undoFrom(dataSource, 'ListFields');
    await migrate(dataSource);

    expect(
      await dataSource.query<object[]>('SELECT field, name FROM petitions JOIN fields ON fields.code = field'),
    ).toEqual([{ field: 'publicOrder', name: 'trật tự, an toàn xã hội' }]);
  });

  it('D11.1d: lose the plain hashes of what people have sent, which hold names', async () => {
    await undoFrom(dataSource, 'ForgetBodyHashes');
    await dataSource.query(`
      INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at)
        VALUES ('sent', 'petition', '${petition}', 'register', 'of a name', '{}', now());
    `);

    await migrate(dataSource);

    expect(await dataSource.query<object[]>('SELECT body_hash FROM commands')).toEqual([{ body_hash: '' }]);
  });

  it('D11.1d: lose also those that an earlier version wrote afterwards, with every set-up', async () => {
    await dataSource.query(`
      INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at)
        VALUES ('late', 'petition', '${petition}', 'register', 'of a name', '{}', now()),
               ('marked', 'petition', '${petition}', 'register', 'k1:of a name', '{}', now());
    `);

    await migrate(dataSource);

    expect(
      await dataSource.query<object[]>(`SELECT id, body_hash FROM commands WHERE id IN ('late', 'marked') ORDER BY id`),
    ).toEqual([
      { id: 'late', body_hash: '' },
      { id: 'marked', body_hash: 'k1:of a name' },
    ]);
  });

  it('D5: do not go down over a field that the law does not name', async () => {
    await dataSource.query(`INSERT INTO fields VALUES ('fire', 'publicOrder', 'phòng cháy', 6, '2026-01-01')`);
    await dataSource.query(`UPDATE petitions SET field = 'fire'`);

    await expect(undoFrom(dataSource, 'ListFields')).rejects.toThrow('the fields under those of article 5');
  });
});

/** Takes a migration back, and all that came after it. */
async function undoFrom(dataSource: DataSource, first: string): Promise<void> {
  for (;;) {
    const [last] = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
    await dataSource.undoLastMigration();
    if (last === undefined || last.name.startsWith(first)) return;
  }
}
