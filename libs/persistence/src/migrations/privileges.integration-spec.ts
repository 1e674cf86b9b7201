import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPetition, at } from '@dialogue/testing/builders';

import { createLedger } from '../ledger/ledger.js';
import { anEntry, openRegister, submitPetition, type TestRegister } from '../register.fixture.js';

describe('the two roles', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister();
    const id = await submitPetition(register.api);
    const state = aPetition({ id });
    await createLedger(register.worker).recordTransition(
      anEntry(
        {
          event: 'registered',
          at: at('2026-03-02'),
          rule: 'D2.1',
          facts: {},
          state,
          notices: [{ key: 'registered', letter: { kind: 'accepted' }, recipients: ['leadOffice'] }],
        },
        { sequence: 1 },
      ),
    );
  });
  afterAll(async () => register.close());

  const caseTables = [
    'case_events',
    'case_memory',
    'petitions',
    'assignments',
    'answers',
    'milestones',
    'letters',
    'mail_deliveries',
    'conferences',
    'conference_bodies',
    'conference_petitions',
    'period_reports',
    'report_lines',
    'routing_bodies',
    'levels',
    'organisation_former_parents',
  ];

  it.each(caseTables)('the API may not write %s', async (table) => {
    await expect(register.api.query(`INSERT INTO ${table} SELECT * FROM ${table}`)).rejects.toThrow(
      'permission denied',
    );
    await expect(register.api.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
  });

  it.each(['conference_plans', 'report_openings'])('nobody changes what began in %s', async (table) => {
    for (const dataSource of [register.api, register.worker]) {
      await expect(dataSource.query(`UPDATE ${table} SET lead_office_code = 'SL-STC'`)).rejects.toThrow(
        'permission denied',
      );
      await expect(dataSource.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('the worker plans no conference, and opens no report in the name of a person', async () => {
    const copyOf = (table: string, columns: string): string =>
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table}`;

    await expect(register.worker.query(copyOf('conference_plans', 'id, number, title'))).rejects.toThrow(
      'permission denied',
    );
    await expect(register.worker.query(copyOf('report_openings', 'id, opened_by'))).rejects.toThrow(
      'permission denied',
    );
    await expect(register.worker.query(copyOf('report_lines', 'organisation_code, kind, to_code'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('D14.1: the API does not say when a report opened', async () => {
    await expect(register.api.query('INSERT INTO report_openings (id, opened_at) VALUES (1, now())')).rejects.toThrow(
      'permission denied',
    );
  });

  it('the API may not decide a command', async () => {
    await expect(register.api.query(`UPDATE commands SET outcome = 'accepted'`)).rejects.toThrow('permission denied');
    await expect(
      register.api.query(
        `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at, outcome, decided_at, recorded_at)
         VALUES ('forged', 'petition', 'x', 'close', '', '{}', now(), 'accepted', now(), now())`,
      ),
    ).rejects.toThrow('permission denied');
  });

  it('the API may not give an account another role or name', async () => {
    await expect(register.api.query(`UPDATE accounts SET role = 'admin'`)).rejects.toThrow('permission denied');
    await expect(register.api.query(`UPDATE accounts SET username = 'other'`)).rejects.toThrow('permission denied');
  });

  it('the worker does not see who may log in, nor who read an identity', async () => {
    await expect(register.worker.query('SELECT password_hash FROM accounts')).rejects.toThrow('permission denied');
    await expect(register.worker.query('SELECT * FROM access_log')).rejects.toThrow('permission denied');
  });

  it('nobody dates the reading of an identity back', async () => {
    const back = `INSERT INTO access_log (at, purpose, petition_id) SELECT '2020-01-01', 'letter', petition_id FROM petition_identities`;

    for (const dataSource of [register.api, register.worker])
      await expect(dataSource.query(back)).rejects.toThrow('permission denied');
  });

  it('the worker may not let a command arrive, nor change who may log in', async () => {
    const arriving = `INSERT INTO commands (id, case_kind, case_id, kind, body_hash, payload, received_at)
      VALUES ('x', 'petition', 'x', 'accept', '', '{}', now())`;

    await expect(register.worker.query(arriving)).rejects.toThrow('permission denied');
    await expect(register.worker.query(`UPDATE accounts SET role = 'admin'`)).rejects.toThrow('permission denied');
  });

  it.each(['case_events', 'letters', 'access_log'])(
    'nobody changes or deletes %s, not even the owner',
    async (table) => {
      for (const dataSource of [register.api, register.worker]) {
        await expect(dataSource.query(`UPDATE ${table} SET ${columnOf(table)}`)).rejects.toThrow('permission denied');
        await expect(dataSource.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
        await expect(dataSource.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('permission denied');
      }
      await expect(register.admin.query(`UPDATE ${table} SET ${columnOf(table)}`)).rejects.toThrow(
        'rows are only ever added',
      );
      await expect(register.admin.query(`DELETE FROM ${table}`)).rejects.toThrow('rows are only ever added');
      await expect(register.admin.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('rows are only ever added');
    },
  );

  it('a sealed identity is written once', async () => {
    for (const dataSource of [register.api, register.worker]) {
      await expect(dataSource.query(`UPDATE petition_identities SET sealed = ''`)).rejects.toThrow('permission denied');
    }
  });
});

function columnOf(table: string): string {
  return table === 'access_log' ? `purpose = 'letter'` : `rule = 'D1'`;
}
