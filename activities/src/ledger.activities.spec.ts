import { describe, expect, it } from '@jest/globals';
import { defaultPetitionTerms, type PetitionTerms, type StoredCase, type Petition } from '@dialogue/domain';
import { aCalendar, aPetition, aSubmission, at } from '@dialogue/testing/builders';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import { createLedgerActivities, type LedgerPort, type SubmittedPetition } from './ledger.activities.js';

const reference = { caseKind: 'petition', caseId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001' } as const;

/** What the register hands over carries the words of the person too. */
function aSubmittedPetition(terms: PetitionTerms | null = null): SubmittedPetition {
  const words = { title: 'MARKER title', content: 'MARKER content', category: 'resident' };
  return { ...aSubmission(), ...words, submittedAt: at('2026-03-02', '08:15'), terms };
}

function aRegister(overrides: Partial<LedgerPort> = {}): LedgerPort {
  return {
    recordTransition: async () => Promise.resolve('recorded'),
    recordRefusal: async () => Promise.resolve('recorded'),
    loadCase: async () => Promise.resolve(null),
    loadSubmission: async () => Promise.resolve(aSubmittedPetition()),
    loadCalendar: async (range) => Promise.resolve(aCalendar(range)),
    ...overrides,
  };
}

async function load(register: LedgerPort): Promise<StoredCase<Petition>> {
  return anActivityEnvironment().run(createLedgerActivities(register).loadCase, reference);
}

describe('loadCase', () => {
  it('begins a case from its submission, at the instant at which it was submitted', async () => {
    const stored = await load(aRegister());

    expect(stored).toMatchObject({ sequence: 0, lastAt: at('2026-03-02', '08:15'), decidedCommandIds: [], recent: [] });
    expect(stored.state).toMatchObject({
      ...aSubmission(),
      stage: 'submitted',
      duties: [],
      terms: defaultPetitionTerms,
    });
  });

  it('D11.1d: lets no word of the person into the state', async () => {
    const stored = await load(aRegister());

    expect(JSON.stringify(stored)).not.toContain('MARKER');
    expect(stored.state).not.toHaveProperty('category');
    expect(stored.state).not.toHaveProperty('submittedAt');
  });

  it('D13.1: begins with the terms that the organisation has set for itself', async () => {
    const terms = { ...defaultPetitionTerms, version: 'son-la-2' };

    const { state } = await load(aRegister({ loadSubmission: async () => Promise.resolve(aSubmittedPetition(terms)) }));

    expect(state.terms).toEqual(terms);
  });

  it('D11.1c: holds the calendar from before the receipt to where the first deadlines lie', async () => {
    const { state } = await load(aRegister());

    expect([state.calendar.from, state.calendar.until]).toEqual(['2026-01-01', '2026-08-29']);
  });

  it('goes on from the memory of a case that has one', async () => {
    const memory = { state: aPetition(), sequence: 7, lastAt: 1, decidedCommandIds: ['c-1'], recent: [] };

    expect(await load(aRegister({ loadCase: async () => Promise.resolve(memory) }))).toEqual(memory);
  });

  it('fails for good when the register knows no such case', async () => {
    const register = aRegister({ loadSubmission: async () => Promise.resolve(null) });

    await expect(load(register)).rejects.toMatchObject({ type: 'case.unknown', nonRetryable: true });
  });
});
