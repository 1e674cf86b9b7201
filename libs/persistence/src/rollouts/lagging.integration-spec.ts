import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, type Conference } from '@dialogue/domain';
import { aBody, aConference, aConferenceCommand, aDocument, appliedToConference, at } from '@dialogue/testing/builders';

import { handoversOf } from '../reorganisations/handovers.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { inTransaction, sqlOf } from '../sql/sql.js';
import { createRollouts, requestRollout } from './rollouts.js';

const succession = { from: aBody('SL-SYT').code, to: aBody('SL-STC').code, toName: 'Sở Tài chính' };
const change = aConferenceCommand('organisationChanged', { successions: [succession] });

let register: TestRegister;
let accountId: string;

beforeAll(async () => {
  register = await openRegister();
  accountId = await anAdmin(register);
});
afterAll(async () => register.close());

async function remembered(state: Conference): Promise<string> {
  const id = randomUUID();
  await register.admin.query(
    `INSERT INTO case_memory (case_kind, case_id, sequence, last_at, state) VALUES ('conference', $1, 9, now(), $2)`,
    [id, JSON.stringify({ ...state, id })],
  );
  return id;
}

/** Whether the rollout of the succession reaches the case. */
async function isTold(caseId: string): Promise<boolean> {
  const id = `organisation/${randomUUID()}` as const;
  await inTransaction(register.api, async (sql) =>
    requestRollout(sql, {
      id,
      kind: 'organisation',
      command: change,
      dueOn: localDate('2026-03-20'),
      requestedBy: accountId,
    }),
  );
  await createRollouts(register.worker).tellCases(id);
  const told = await register.admin.query<object[]>(
    'SELECT FROM rollout_cases WHERE rollout_id = $1 AND case_id = $2',
    [id, caseId],
  );
  return told.length > 0;
}

describe('a conference that names a body which another has taken over from', () => {
  const preparing = aConference({ stage: 'preparing' });
  const asked = after(preparing, aConferenceCommand('requestOpinions'));
  const demanded: Conference = {
    ...preparing,
    demand: { by: succession.from, document: aDocument('1/CV', '2026-03-02') },
  };
  const prepared: Conference = {
    ...preparing,
    petitions: after(preparing, aConferenceCommand('petitionAttached')).petitions.map((petition) => ({
      ...petition,
      preparation: { agency: succession.from, preparedOn: null },
    })),
  };

  it.each<[string, Conference]>([
    ['in what it owes', asked],
    ['in what rests while it is postponed', { ...after(asked, aConferenceCommand('postpone')), asked: [] }],
    ['as who was asked, and has answered', { ...asked, duties: [] }],
    ['as a guest', { ...preparing, guests: [succession.from] }],
    ['as who studies a petition', prepared],
    ['as who has demanded it', demanded],
  ])('D11.3: is told %s, and then lags no more', async (_, state) => {
    const told = await remembered(state);
    const changed = await remembered(after(state, change));

    expect([await isTold(told), await isTold(changed)]).toEqual([true, false]);
  });

  it('D11.3: is not told again and again where its terms leave who was asked as it was', async () => {
    const known = Object.entries(asked.terms.duties).filter(([kind]) => kind !== 'supplyOpinions');
    const duties = Object.fromEntries(known);
    const old = { ...asked, duties: [], terms: { ...asked.terms, duties } } as unknown as Conference;

    expect(await isTold(await remembered(old))).toBe(false);
  });

  it('D11.3: hands over what rests, and the preview says so', async () => {
    const id = await remembered(after(asked, aConferenceCommand('postpone')));
    const handovers = await handoversOf(sqlOf(register.worker), [succession]);

    expect(handovers.filter(({ caseId }) => caseId === id)).toMatchObject([{ part: 'body', from: 'SL-SYT' }]);
  });
});

function after(state: Conference, command: Parameters<typeof appliedToConference>[1]): Conference {
  return appliedToConference(state, command, at('2026-03-20')).state;
}
