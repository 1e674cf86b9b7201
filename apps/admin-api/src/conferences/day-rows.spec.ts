import { describe, expect, it } from '@jest/globals';
import type { ConferenceCommand } from '@dialogue/domain';

import { aConference, aContext, aListed } from '../cases/command-context.fixture.js';
import type { SplitCommand } from '../cases/command-row.js';
import { conferenceExamples } from './command-examples.js';
import { conferenceCommands } from './command-table.js';
import type { ConferenceRouteKind } from './conference-row.js';

const canary = 'Nguyen Van Canary';
const document = { number: '1/KH', signedOn: '2026-11-23' };
const first = '0190a7f4-1111-7abc-8def-0123456789ab';
const clerk = aContext({
  register: {
    conferencePetitions: () => Promise.resolve([aListed(first, { number: 'KN-2026-000001' })]),
    petitionScope: () => Promise.resolve(null),
  },
  cases: { conference: aConference() },
});

async function split(
  kind: ConferenceRouteKind,
  body: unknown,
  context = clerk,
): Promise<SplitCommand<ConferenceCommand>> {
  const row = conferenceCommands[kind];
  return (await row.split(row.body.parse(body), context)) as SplitCommand<ConferenceCommand>;
}

describe('what is said from the day of a conference on', () => {
  it.each([
    ['registerSpeaker', { speaker: canary, content: canary, petition: first }],
    ['recordFailed', { failedOn: '2026-12-21', document, reason: canary, minutes: canary }],
    ['recordDirection', { document: { ...document, signatory: canary }, direction: { kind: 'close' }, text: canary }],
    ['saveMinutes', { text: canary, proceedings: { purpose: canary } }],
    ['signMinutes', { version: 1, signedOn: '2026-12-22', evidence: { ...document, signatory: canary } }],
    ['recordInternalReview', { reviewedOn: '2026-12-28', note: canary }],
    ['recordSupervision', { remark: canary, document }],
    ['recordPolicyProposal', { proposal: canary, to: 'SL-SXD' }],
  ] as const)('%s keeps the words of people out of the command', async (kind, body) => {
    const { command, words } = await split(kind, body);

    expect(JSON.stringify(command)).not.toContain(canary);
    expect(JSON.stringify(words)).toContain(canary);
  });
});

describe('D11.1d: a speaker', () => {
  it('is not named beside the petition of somebody who is protected', async () => {
    const petitionScope = () => Promise.resolve({ isProtected: true });
    const sealed = { ...clerk, register: { ...clerk.register, petitionScope } } as unknown as typeof clerk;
    const speaker = { speaker: canary, content: 'text' };

    await expect(split('registerSpeaker', { ...speaker, petition: first }, sealed)).rejects.toMatchObject({
      code: 'identity.protected',
    });
    expect((await split('registerSpeaker', speaker, sealed)).command).toMatchObject({ petitionId: null });
  });
});

describe('D10.3b: the signature of the host', () => {
  const signed = { version: 1, signedOn: '2026-12-22' };

  it('entered by a clerk needs the document that proves it', async () => {
    await expect(split('signMinutes', signed)).rejects.toMatchObject({
      code: 'command.evidence_required',
      fields: [{ path: 'evidence' }],
    });
  });

  it('of the host stands by itself', async () => {
    const host = { ...clerk, account: { ...clerk.account, role: 'host' as const } };

    expect((await split('signMinutes', signed, host)).command).toEqual({ kind: 'signMinutes', ...signed });
  });
});

it('D10.3a, D10.3b: the conference knows who sent nobody, and whether there are minutes', async () => {
  const { command } = await split('recordHeld', conferenceExamples.recordHeld);

  expect(command).toEqual({ kind: 'recordHeld', heldOn: '2026-12-21', absent: ['SL-STC'], hasMinutes: true });
});
