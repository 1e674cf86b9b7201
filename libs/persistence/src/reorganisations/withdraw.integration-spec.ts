import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type Reorganisation } from '@dialogue/domain';

import { createContacts } from '../contacts/contacts.js';
import { createPosts, type Posts } from '../posts/posts.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createRollouts } from '../rollouts/rollouts.js';
import { asked, finance, merged, renamed, requested, today } from './reorganisation.fixture.js';
import { createReorganisations, rolloutOfReorganisation, type Reorganisations } from './reorganisations.js';

let register: TestRegister;
let reorganisations: Reorganisations;
let posts: Posts;
let accountId: string;

beforeEach(async () => {
  register = await openRegister();
  reorganisations = createReorganisations(register.api);
  posts = createPosts(register.api);
  accountId = await anAdmin(register);
});
afterEach(async () => register.close());

async function carriedOut(reorganisation: Reorganisation): Promise<string> {
  return requested(reorganisations, { reorganisation, accountId });
}

describe('a reorganisation that is taken back', () => {
  const later = '2035-01-01';

  async function everything(): Promise<unknown> {
    const tables = ['organisations', 'organisation_successors', 'posts', 'post_holders', 'organisation_contacts'];
    const counted = [...tables, 'organisation_lines', 'organisation_line_bodies'].map(
      (table) => `(SELECT md5(string_agg(each::text, ',' ORDER BY each::text)) FROM ${table} each) AS ${table}`,
    );
    return register.admin.query(`SELECT ${counted.join(', ')}`);
  }

  it('D11.3: before its day, leaves everything as it was, and no case is told', async () => {
    const before = await everything();
    const id = await carriedOut(asked([renamed], later));
    expect(await everything()).not.toEqual(before);

    const withdrawal = { id, accountId, today };

    expect(await reorganisations.withdraw(withdrawal)).toBe('withdrawn');
    expect(await everything()).toEqual(before);
    expect(await createRollouts(register.worker).loadRollout(rolloutOfReorganisation(id))).toBeNull();
    expect(await reorganisations.find(id)).toMatchObject({ withdrawnBy: { username: 'lan' } });
    expect(await reorganisations.withdraw(withdrawal)).toBe('withdrawnBefore');
    await carriedOut(asked([renamed], later));
  });

  it('is refused on its day, and where there is none', async () => {
    const id = await carriedOut(asked([merged]));

    expect(await reorganisations.withdraw({ id, accountId, today: localDate('2026-03-20') })).toBe('dayCome');
    expect(await reorganisations.withdraw({ id: randomUUID(), accountId, today })).toBe('unknown');
  });

  it('is refused once something else refers to what it made, and nothing is changed', async () => {
    const id = await carriedOut(asked([renamed], later));
    const validFrom = localDate(later);
    await posts.create({ organisationCode: 'SL-STCM', kind: 'clerk', title: 'Văn thư', validFrom });
    const before = await everything();

    expect(await reorganisations.withdraw({ id, accountId, today })).toBe('inUse');
    expect(await everything()).toEqual(before);
  });

  it('is refused once a body that it ended has a further successor, and nothing is changed', async () => {
    const id = await carriedOut(asked([renamed], later));
    await register.admin.query(
      `INSERT INTO organisation_successors VALUES ('SL-STC', 'SL-SNV', 'renaming', '${later}', false)`,
    );
    const before = await everything();

    expect(await reorganisations.withdraw({ id, accountId, today })).toBe('inUse');
    expect(await everything()).toEqual(before);
  });

  it('erases nothing that was there before, whatever is named as made by it', async () => {
    await register.admin.query(
      `INSERT INTO organisations (code, name, kind, level, valid_from) VALUES ('SL-CU', 'Sở cũ', 'so', 'province', '2020-01-01')`,
    );
    const contact = { kind: 'desk' as const, email: 'vanthu@stc.example', phone: null, from: localDate('2026-01-01') };
    await createContacts(register.api).set({ organisationCode: finance, ...contact });
    const before = await everything();
    const id = await carriedOut(asked([merged], later));
    await register.api.query(
      `INSERT INTO reorganisation_rows SELECT $1::uuid, 'holding', id::text FROM post_holders
       UNION SELECT $1, 'post', id::text FROM posts UNION SELECT $1, 'contact', id::text FROM organisation_contacts
       UNION SELECT $1, 'line', id::text FROM organisation_lines ON CONFLICT DO NOTHING`,
      [id],
    );
    await register.api.query(
      `INSERT INTO reorganisation_changes VALUES ($1, 9, 'merge', 'SL-STC', 'SL-CU', 'Sở cũ', false, true)`,
      [id],
    );

    expect(await reorganisations.withdraw({ id, accountId, today })).toBe('withdrawn');
    expect(await everything()).toEqual(before);
  });

  it('is the only way in which the API deletes a body, and not after its day by any clock', async () => {
    const id = await carriedOut(asked([merged]));

    await expect(register.api.query('DELETE FROM organisations')).rejects.toThrow('permission denied');
    await expect(register.api.query('UPDATE reorganisations SET withdrawn_at = now()')).rejects.toThrow(
      'permission denied',
    );
    await expect(register.worker.query('SELECT take_back_reorganisation($1, $1)', [id])).rejects.toThrow(
      'permission denied',
    );
    await expect(register.api.query('SELECT take_back_reorganisation($1, $2)', [id, accountId])).rejects.toThrow(
      'No reorganisation',
    );
  });
});
