import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openRegister, type TestRegister } from '../register.fixture.js';

describe('what the two roles may do with bodies, posts and people', () => {
  let register: TestRegister;

  beforeAll(async () => {
    register = await openRegister('sample');
  });
  afterAll(async () => register.close());

  it.each([
    ['people', 'id', 'gen_random_uuid()'],
    ['posts', 'organisation_code', "'SL-STC'"],
    ['posts', 'title', "'x'"],
    ['post_holders', 'person_id', 'gen_random_uuid()'],
    ['post_holders', 'valid_from', "'2020-01-01'"],
    ['organisations', 'code', "'X'"],
    ['organisation_contacts', 'organisation_code', "'SL-STC'"],
    ['organisation_contacts', 'valid_from', "'2020-01-01'"],
  ])('the API changes nothing of %s.%s', async (table, column, value) => {
    await expect(register.api.query(`UPDATE ${table} SET ${column} = ${value}`)).rejects.toThrow('permission denied');
  });

  it.each(['people', 'posts', 'post_holders', 'organisations', 'organisation_contacts'])(
    'the API deletes nothing of %s, and the worker changes nothing of it',
    async (table) => {
      await expect(register.api.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(register.worker.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(register.worker.query(`INSERT INTO ${table} SELECT * FROM ${table}`)).rejects.toThrow(
        'permission denied',
      );
    },
  );

  it('the worker says of no body who took over from it', async () => {
    await expect(register.worker.query('DELETE FROM organisation_successors')).rejects.toThrow('permission denied');
  });
});
