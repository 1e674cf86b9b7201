import { createHash, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';

import { createDoor } from '../door/door.js';
import {
  aCommandOf,
  anAdmin,
  openRegister,
  recordUntil,
  submitPetition,
  type TestRegister,
} from '../register.fixture.js';
import { createCaseLinks, type CaseLinks } from './case-links.js';
import { createLinkIssuer } from './issue-link.js';
import { LinkClosed } from './link-closed.js';

let register: TestRegister;
let links: CaseLinks;

beforeAll(async () => {
  register = await openRegister('sample');
  links = createCaseLinks(register.api);
});
afterAll(async () => register.close());

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

interface Linked {
  readonly petitionId: string;
  readonly linkId: string;
  readonly tokenHash: Buffer;
}

async function aLink(wishes: { goodUntil?: string; petitionId?: string } = {}): Promise<Linked> {
  const petitionId = wishes.petitionId ?? (await submitPetition(register.api));
  if (wishes.petitionId === undefined) await recordUntil(register.worker, { id: petitionId, stage: 'assigned' });
  const [delivery] = await register.admin.query<{ id: string }[]>(
    `SELECT delivery.id FROM mail_deliveries delivery JOIN letters letter ON letter.id = letter_id
     WHERE case_id = $1 AND kind = 'assigned' AND recipient_role = 'handler'`,
    [petitionId],
  );
  const tokenHash = hashOf(randomUUID());
  await createLinkIssuer(register.worker).issue({
    ...{ tokenHash, deliveryId: delivery!.id, caseKind: 'petition', caseId: petitionId },
    organisation: anOrganisation('SL-STC'),
    goodUntil: localDate(wishes.goodUntil ?? '2099-12-31'),
  });
  return { petitionId, tokenHash, linkId: (await links.byToken(tokenHash))!.id };
}

async function act({ petitionId, linkId }: Linked, id: string = randomUUID()): Promise<string> {
  await createDoor(register.api).arrive(aCommandOf(petitionId, { id, kind: 'acknowledge', linkId }));
  return id;
}

async function decide(id: string, outcome: 'accepted' | 'refused'): Promise<void> {
  const refusal = outcome === 'refused' ? ['petition.date_in_future', 'D11.1c'] : [null, null];
  await register.worker.query(
    `UPDATE commands SET outcome = $2, outcome_code = $3, outcome_rule = $4, decided_at = now(), recorded_at = now() WHERE id = $1`,
    [id, outcome, ...refusal],
  );
}

describe('a link', () => {
  it('D11.1c: is found by the hash of its token, with its letter, case and body', async () => {
    const { petitionId, tokenHash } = await aLink();

    expect(await links.byToken(tokenHash)).toMatchObject({
      ...{ caseKind: 'petition', caseId: petitionId, standing: 'open', role: 'handler' },
      organisation: { code: 'SL-STC', name: 'Sở Tài chính' },
      letter: { kind: 'assigned' },
    });
    expect(await links.byToken(hashOf('another'))).toBeNull();
  });

  it('is used by an act that waits or was accepted, and not by one that was refused', async () => {
    const link = await aLink();
    const first = await act(link);
    expect((await links.byToken(link.tokenHash))?.standing).toBe('used');

    await decide(first, 'refused');
    expect((await links.byToken(link.tokenHash))?.standing).toBe('open');

    await decide(await act(link), 'accepted');
    expect((await links.byToken(link.tokenHash))?.standing).toBe('used');
  });

  it('lets one of many at once act', async () => {
    const link = await aLink();

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, async () => act(link)));

    const failures = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failures).toHaveLength(7);
    for (const failure of failures) expect(failure).toBeInstanceOf(LinkClosed);
  });

  it('the same act again is the same, whatever has become of the link', async () => {
    const link = await aLink();
    const id = await act(link);
    const admin = await anAdmin(register);
    await links.revoke({ caseKind: 'petition', caseId: link.petitionId }, { by: admin });

    await expect(act(link, id)).resolves.toBe(id);
  });

  it.each<[string, (link: Linked) => Promise<unknown>]>([
    [
      'has expired',
      async ({ linkId }) =>
        register.admin.query<unknown>(`UPDATE case_links SET expires_at = now() - interval '1 second' WHERE id = $1`, [
          linkId,
        ]),
    ],
    [
      'was revoked',
      async ({ linkId }) =>
        register.admin.query<unknown>(
          `UPDATE case_links SET revoked_at = now(), revoked_because = 'bodyLeft' WHERE id = $1`,
          [linkId],
        ),
    ],
    ['has a sibling of the same letter that was used', async ({ petitionId }) => act(await aLink({ petitionId }))],
  ])('lets nobody act that %s', async (_what, close) => {
    const link = await aLink();
    await close(link);

    await expect(act(link)).rejects.toThrow(LinkClosed);
  });

  it('is opened as often as somebody likes: the first and the last time are kept', async () => {
    const { linkId, petitionId } = await aLink();
    const secrets = ['one', 'two'].map((text) => hashOf(`${text} ${linkId}`));

    for (const secret of secrets) await links.openSession(linkId, secret, 60);

    const [listed] = await links.ofCase({ caseKind: 'petition', caseId: petitionId });
    expect(listed?.firstOpenedAt).toBeLessThan(listed?.lastOpenedAt ?? 0);
    expect((await links.session(secrets[1]!))?.link.id).toBe(linkId);
    expect(listed?.maskedAddress).toBe('x***@stc.sonla.example');
  });

  it('a session that is over is gone', async () => {
    const { linkId } = await aLink();
    const secret = hashOf(`over ${linkId}`);
    await links.openSession(linkId, secret, 0);

    expect(await links.session(secret)).toBeNull();
  });

  it('sessions that are over are removed also when nobody opens their link again', async () => {
    const { linkId } = await aLink();
    const open = hashOf(`open ${linkId}`);
    await links.removeSessionsThatAreOver();
    await links.openSession(linkId, open, 60);
    await links.openSession((await aLink()).linkId, hashOf(`over ${linkId}`), 0);

    expect(await links.removeSessionsThatAreOver()).toBe(1);

    expect(await links.removeSessionsThatAreOver()).toBe(0);
    expect((await links.session(open))?.link.id).toBe(linkId);
  });
});

describe('the two roles', () => {
  it.each(['revoked_at = NULL, revoked_by = NULL, revoked_because = NULL', `revoked_at = now() + interval '1 year'`])(
    'D11.1c: nobody lets a revoked link live again: %s',
    async (change) => {
      const { linkId, tokenHash } = await aLink();
      await register.worker.query(
        `UPDATE case_links SET revoked_at = now(), revoked_because = 'bodyLeft' WHERE id = $1`,
        [linkId],
      );

      for (const dataSource of [register.api, register.admin])
        await expect(dataSource.query(`UPDATE case_links SET ${change} WHERE id = $1`, [linkId])).rejects.toThrow(
          'What was revoked stays revoked',
        );
      await links.openSession(linkId, hashOf(`still opened ${linkId}`), 60);
      expect((await links.byToken(tokenHash))?.standing).toBe('revoked');
    },
  );

  it('the API makes no link and changes none but to open and revoke it; the worker knows no session', async () => {
    const { linkId } = await aLink();

    await expect(register.api.query('INSERT INTO case_links SELECT * FROM case_links')).rejects.toThrow(
      'permission denied',
    );
    await expect(
      register.api.query(`UPDATE case_links SET expires_at = now() + interval '1 year' WHERE id = $1`, [linkId]),
    ).rejects.toThrow('permission denied');
    await expect(register.api.query('DELETE FROM case_links')).rejects.toThrow('permission denied');
    await expect(register.worker.query('SELECT * FROM link_sessions')).rejects.toThrow('permission denied');
    await expect(register.worker.query('UPDATE case_links SET token_hash = token_hash')).rejects.toThrow(
      'permission denied',
    );
  });
});
