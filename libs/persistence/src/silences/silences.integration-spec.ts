import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { anOrganisation, at } from '@dialogue/testing/builders';

import { createAccounts } from '../accounts/accounts.js';
import { createDeliveries } from '../deliveries/deliveries.js';
import { createDoor } from '../door/door.js';
import { markVirtual } from '../door/virtual-cases.js';
import { createMailSettings, usualWishes } from '../mail-settings/mail-settings.js';
import {
  aCommandOf,
  anAdmin,
  openRegister,
  recordUntil,
  submitPetition,
  type TestRegister,
} from '../register.fixture.js';
import { createSilenceReads, type SilentBody } from './silence-reads.js';
import { tellSilences } from './tell-silences.js';

const agency = anOrganisation('SL-STC');
/** Wednesday 4 March 2026; ten working days later it is Wednesday 18 March. */
const sentAt = '2026-03-04';

let register: TestRegister;
let id: string;

beforeEach(async () => {
  register = await openRegister('sample');
  id = await anAssigned();
});
afterEach(async () => register.close());

/** A petition that an agency has been given, with its letters sent. */
async function anAssigned(stage: 'assigned' | 'resolved' = 'assigned'): Promise<string> {
  const caseId = await submitPetition(register.api);
  await recordUntil(register.worker, { id: caseId, stage });
  await lettersAre(caseId, 'sent', at(sentAt));
  return caseId;
}

async function lettersAre(caseId: string, state: string, when: number): Promise<void> {
  await register.admin.query(
    `UPDATE mail_deliveries SET state = $2, sent_at = CASE $2 WHEN 'sent' THEN $3::timestamptz END,
       bounced_at = CASE $2 WHEN 'bounced' THEN $3::timestamptz END, bounce_status = CASE $2 WHEN 'bounced' THEN '5.1.1' END
     WHERE letter_id IN (SELECT id FROM letters WHERE case_id = $1)`,
    [caseId, state, new Date(when)],
  );
}

async function silentOn(day: string, scope: readonly string[] | null = null): Promise<readonly SilentBody[]> {
  return createSilenceReads(register.api).silentBodies(scope, at(day));
}

/** A command that its case has accepted. */
async function acted(caseId: string, kind: string, day: string, actorId: string | null = null): Promise<void> {
  const receivedAt = at(day);
  const { command } = await createDoor(register.api).arrive(
    aCommandOf(caseId, { kind, payload: { kind }, actorId, receivedAt }),
  );
  await register.admin.query(
    `UPDATE commands SET outcome = 'accepted', decided_at = received_at, recorded_at = received_at WHERE id = $1`,
    [command.id],
  );
}

describe('a body that has been asked for something', () => {
  it('D11.3: is silent on the tenth working day after the letter, and not before; rest days do not count', async () => {
    expect(await silentOn('2026-03-17')).toEqual([]);

    expect(await silentOn('2026-03-18')).toMatchObject([
      {
        ...{
          organisation: { code: agency },
          since: at(sentAt),
          workingDays: 10,
          limit: 10,
          actedAt: null,
          toldAt: null,
        },
        duties: [{ caseId: id, duty: 'receipt', rule: 'D11.1c' }],
        letters: [{ kind: 'assigned', sentAt: at(sentAt) }],
      },
    ]);
  });

  it('D11.3: that has acted on any case, by an account of its own or by a document that a clerk entered, is not', async () => {
    const other = await anAssigned();
    await acted(other, 'acknowledge', '2026-03-10');
    expect(await silentOn('2026-03-20')).toEqual([]);

    const account = { username: 'so', passwordHash: 'hash', role: 'agency' as const, organisationCode: agency };
    const actor = await createAccounts(register.admin).create(account);
    await acted(id, 'withdraw', '2026-03-11', actor?.id ?? null);
    expect(await silentOn('2026-03-25')).toEqual([]);
  });

  it('D11.3: that has opened the link of a letter is not', async () => {
    await register.admin.query(
      `INSERT INTO case_links (id, token_hash, delivery_id, case_kind, case_id, organisation_code, expires_at, first_opened_at, last_opened_at)
       SELECT gen_random_uuid(), sha256('a'), delivery.id, letter.case_kind, letter.case_id, $2, now() + interval '1 year', $3, $3
       FROM mail_deliveries delivery JOIN letters letter ON letter.id = delivery.letter_id WHERE letter.case_id = $1 LIMIT 1`,
      [id, agency, new Date(at('2026-03-10'))],
    );

    expect(await silentOn('2026-03-25')).toEqual([]);
  });

  it('D11.3: is not by a command of others, however near', async () => {
    await acted(id, 'classify', '2026-03-10', await anAdmin(register));

    expect(await silentOn('2026-03-18')).toHaveLength(1);
  });

  it('D11.3: is silent from the first letter on that came after its last act', async () => {
    await acted(id, 'acknowledge', '2026-03-05');
    expect(await silentOn('2026-03-31')).toEqual([]);

    await anAssigned();
    await lettersAre(id, 'sent', at('2026-03-09'));

    expect(await silentOn('2026-03-31')).toMatchObject([{ since: at('2026-03-09'), actedAt: at('2026-03-05') }]);
  });

  it.each(['bounced', 'refused', 'queued', 'dropped'])(
    'D11.3: by a letter that is %s is accused of nothing',
    async (state) => {
      await lettersAre(id, state, at(sentAt));

      expect(await silentOn('2026-04-30')).toEqual([]);
    },
  );

  it('D11.3: and owes nothing any more is not silent', async () => {
    await register.admin.query('UPDATE milestones SET done_at = now() WHERE case_id = $1', [id]);

    expect(await silentOn('2026-04-30')).toEqual([]);
  });

  it('D11.3: may be silent as long as its office, or one above it, has set', async () => {
    const reads = createSilenceReads(register.api);
    const accountId = await anAdmin(register);
    await reads.setLimit({ code: anOrganisation('SL-UBND'), workingDays: 5, accountId });
    expect(await silentOn('2026-03-11')).toMatchObject([{ limit: 5, workingDays: 5 }]);

    await reads.setLimit({ code: agency, workingDays: 20, accountId });
    expect(await silentOn('2026-03-18')).toEqual([]);
    expect(await reads.setLimit({ code: anOrganisation('SL-XXX'), workingDays: 5, accountId })).toBe(false);
  });

  it('is listed for its own office and for that of the case, and for no other', async () => {
    const [seen, own, others] = [
      await silentOn('2026-03-18', ['SL-VPUBND']),
      await silentOn('2026-03-18', [agency]),
      await silentOn('2026-03-18', ['SL-SYT']),
    ];

    expect([seen.length, own.length, others.length]).toEqual([1, 1, 0]);
  });
});

describe('a body that a year or a clock of its own might hide or accuse', () => {
  it("D11.3: is silent also when the calendar of the year is not published yet: that is nobody's deadline", async () => {
    await lettersAre(id, 'sent', at('2041-12-20'));

    expect(await silentOn('2042-02-03')).toMatchObject([{ organisation: { code: agency } }]);
  });

  it('D11.3: owes nothing in a case on a clock of its own', async () => {
    await markVirtual(register.admin, { caseKind: 'petition', caseId: id });

    expect(await silentOn('2026-03-25')).toEqual([]);
  });
});

describe('the superior of a silent body', () => {
  it('D11.3: is told although another one cannot be, and that is reported and repeated', async () => {
    const [second, another] = [await anAssigned(), anOrganisation('SL-SXD')];
    await register.admin.query('UPDATE assignments SET agency_code = $2 WHERE petition_id = $1', [second, another]);
    // Letters are only ever added; that this one went to another body is the test's own doing.
    await register.admin.query('ALTER TABLE letters DISABLE TRIGGER USER');
    await register.admin.query(
      `UPDATE letters SET content = jsonb_set(content, '{agency}', to_jsonb($2::text)) WHERE case_id = $1 AND content ? 'agency'`,
      [second, another],
    );
    await register.admin.query('ALTER TABLE letters ENABLE TRIGGER USER');
    await lettersAre(second, 'sent', at('2026-03-05'));
    await register.admin.query(
      `ALTER TABLE body_silences ADD CONSTRAINT test_cannot_be_told CHECK (organisation_code <> '${agency}')`,
    );

    await expect(tellSilences(register.worker, at('2026-03-25'))).rejects.toThrow(
      `The superior of ${agency} could not be told`,
    );

    expect(await silentLetters()).toMatchObject([{ content: { agency: another } }]);
    await register.admin.query('ALTER TABLE body_silences DROP CONSTRAINT test_cannot_be_told');
    expect(await tellSilences(register.worker, at('2026-03-25'))).toEqual({ silent: 2, told: 1 });
  });

  it('D11.3: is told once for each silence, however often it is looked', async () => {
    const rounds = [];
    for (const day of ['2026-03-17', '2026-03-18', '2026-03-18', '2026-03-25'])
      rounds.push(await tellSilences(register.worker, at(day)));

    expect(rounds).toEqual([
      { silent: 0, told: 0 },
      { silent: 1, told: 1 },
      { silent: 1, told: 0 },
      { silent: 1, told: 0 },
    ]);
    expect(await silentLetters()).toMatchObject([
      {
        role: 'superior',
        content: {
          kind: 'bodySilent',
          agency,
          sinceOn: sentAt,
          workingDays: 10,
          duties: 1,
          owed: [{ duty: 'receipt' }],
        },
      },
    ]);
    expect(await silentOn('2026-03-25')).toMatchObject([{ toldAt: expect.any(Number) }]);
  });

  it('D11.3: is told again of the next silence, and not when merely the first letter is done', async () => {
    await tellSilences(register.worker, at('2026-03-18'));
    const second = await anAssigned();
    await lettersAre(second, 'sent', at('2026-03-06'));
    await register.admin.query('UPDATE milestones SET done_at = now() WHERE case_id = $1', [id]);
    expect(await tellSilences(register.worker, at('2026-03-25'))).toEqual({ silent: 1, told: 0 });

    await acted(second, 'acknowledge', '2026-03-26');
    await lettersAre(second, 'sent', at('2026-03-27'));

    expect(await tellSilences(register.worker, at('2026-04-30'))).toEqual({ silent: 1, told: 1 });
  });

  it('D11.3: is told once when two look at the same time', async () => {
    const rounds = await Promise.all([1, 2].map(async () => tellSilences(register.worker, at('2026-03-18'))));

    expect(rounds.map(({ told }) => told).toSorted()).toEqual([0, 1]);
  });

  it('D11.3: is told at every address at which it wants its mail', async () => {
    const additionalAddresses = ['mot@ub.example', 'hai@ub.example'];
    const said = { organisationCode: anOrganisation('SL-UBND'), validFrom: localDate('2026-01-01') };
    const settings = createMailSettings(register.api);
    const recordedBy = await anAdmin(register);
    await settings.set({ ...usualWishes, additionalAddresses, ...said, recordedBy, now: at('2026-01-01') });

    expect(await tellSilences(register.worker, at('2026-03-18'))).toEqual({ silent: 1, told: 1 });

    const told = (await silentLetters()).map(({ address }) => address);
    expect(told).toEqual(expect.arrayContaining(additionalAddresses));
    expect(new Set(told).size).toBe(3);
  });

  it('gets a letter that can be written, and whose trouble is told to no case', async () => {
    await tellSilences(register.worker, at('2026-03-18'));
    const [letter] = await silentLetters();

    expect(await createDeliveries(register.worker).loadDelivery(letter?.deliveryId ?? '')).toMatchObject({
      ...{ letter: { kind: 'bodySilent' }, rule: 'D11.3', role: 'superior' },
      organisationNames: { [agency]: expect.any(String) },
    });
  });
});

async function silentLetters() {
  return register.admin.query<{ deliveryId: string; role: string; address: string | null; content: object }[]>(
    `SELECT delivery.id AS "deliveryId", delivery.recipient_role AS role, delivery.address, letter.content
     FROM letters letter JOIN mail_deliveries delivery ON delivery.letter_id = letter.id WHERE letter.kind = 'bodySilent'`,
  );
}
