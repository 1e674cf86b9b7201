import { describe, expect, it } from '@jest/globals';
import {
  defaultConferenceTerms,
  defaultPetitionTerms,
  defaultReportTerms,
  localDate,
  type AnyCaseState,
  type CaseReference,
  type StoredCase,
} from '@dialogue/domain';
import {
  aCalendar,
  aConferencePlan,
  anOrganisation,
  aPetition,
  aReportOpening,
  aSubmission,
  at,
} from '@dialogue/testing/builders';

import { anActivityEnvironment } from './activity-environment.fixture.js';
import { createLedgerActivities, type LedgerPort } from './ledger.activities.js';

const petition: CaseReference = { caseKind: 'petition', caseId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001' };
const conference: CaseReference = { caseKind: 'conference', caseId: '2c1e8f04-51b7-4c0e-9a53-7d2f4b6c0001' };
const report: CaseReference = { caseKind: 'report', caseId: 'SL-STC/2026-Y' };

/** What the register hands over may carry words of people too. */
const words = { title: 'MARKER title', content: 'MARKER content', category: 'resident', place: 'MARKER place' };

function aRegister(overrides: Partial<LedgerPort> = {}): LedgerPort {
  const submission = { ...aSubmission(), ...words, submittedAt: at('2026-03-02', '08:15'), terms: null };
  const plan = { ...aConferencePlan(), ...words, plannedAt: at('2026-03-02', '08:20'), terms: null };
  const opening = { ...aReportOpening(), ...words, openedAt: at('2026-11-10', '08:00'), terms: null };
  return {
    recordTransition: async () => Promise.resolve('recorded'),
    recordRefusal: async () => Promise.resolve('recorded'),
    loadCase: async () => Promise.resolve(null),
    loadSubmission: async () => Promise.resolve(submission),
    loadConferencePlan: async () => Promise.resolve(plan),
    loadReportOpening: async () => Promise.resolve(opening),
    loadCalendar: async (range) => Promise.resolve(aCalendar(range)),
    ...overrides,
  };
}

async function load(reference: CaseReference, register = aRegister()): Promise<StoredCase<AnyCaseState>> {
  return anActivityEnvironment().run(createLedgerActivities(register, publicUrl).loadCase, reference);
}

/** Where people reach the API, for links on the page of a case. */
const publicUrl = 'https://doithoai.example.vn';

describe('loadCase', () => {
  it.each([
    ['submission', petition, at('2026-03-02', '08:15'), { ...aSubmission(), stage: 'submitted' }],
    ['plan', conference, at('2026-03-02', '08:20'), { ...aConferencePlan(), stage: 'drafted' }],
    ['opening', report, at('2026-11-10', '08:00'), { ...aReportOpening(), stage: 'planned' }],
  ])('begins a case from its %s, at the instant of it', async (_row, reference, lastAt, state) => {
    const stored = await load(reference);

    expect(stored).toMatchObject({ sequence: 0, lastAt, decidedCommandIds: [], recent: [] });
    expect(stored.state).toMatchObject({ ...state, duties: [] });
  });

  it.each([petition, conference, report])(
    'D11.1d: lets no word into the state of a new $caseKind',
    async (reference) => {
      const stored = await load(reference);

      expect(JSON.stringify(stored)).not.toContain('MARKER');
      expect(stored.state).not.toHaveProperty('category');
    },
  );

  it.each([
    [petition, defaultPetitionTerms.version],
    [conference, defaultConferenceTerms.version],
    [report, defaultReportTerms.version],
  ])(
    'D13.1: counts a new $caseKind with the regulation itself where its body has set nothing',
    async (reference, version) => {
      expect((await load(reference)).state).toMatchObject({ terms: { version } });
    },
  );

  it('D13.1: begins with the terms that the organisation has set for itself', async () => {
    const terms = { ...defaultPetitionTerms, version: 'son-la-2' };
    const submitted = { ...aSubmission(), submittedAt: at('2026-03-02'), terms };

    const { state } = await load(petition, aRegister({ loadSubmission: async () => Promise.resolve(submitted) }));

    expect(state).toMatchObject({ terms });
  });

  it.each([
    ['D11.1c: from before the receipt to where the first deadlines lie', petition, '2026-01-01', '2026-08-29'],
    ['D8.1: from before the plan to after the follow-up of the conference', conference, '2026-01-01', '2026-06-15'],
    ['D14.1: from before the opening to after the limit', report, '2026-09-11', '2027-01-08'],
  ])('%s the calendar reaches', async (_reason, reference, from, until) => {
    expect((await load(reference)).state.calendar).toMatchObject({ from, until });
  });

  it('D8.1: holds the calendar of both days where a conference was written down after it', async () => {
    const plan = {
      ...aConferencePlan({ on: localDate('2026-03-02') }),
      plannedAt: at('2026-03-12'),
      terms: null,
    };

    const { state } = await load(conference, aRegister({ loadConferencePlan: async () => Promise.resolve(plan) }));

    expect(state.calendar).toMatchObject({ from: '2026-01-01', until: '2026-05-11' });
  });

  it('D8.3a: begins a conference that was demanded with who demands it', async () => {
    const demand = {
      by: anOrganisation('SL-UBND'),
      document: { number: '315/UBND-TH', signedOn: localDate('2026-03-02') },
    };
    const plan = { ...aConferencePlan({ demand }), plannedAt: at('2026-03-02'), terms: null };

    const { state } = await load(conference, aRegister({ loadConferencePlan: async () => Promise.resolve(plan) }));

    expect(state).toMatchObject({ demand });
  });

  it('goes on from the memory of a case that has one', async () => {
    const memory = { state: aPetition(), sequence: 7, lastAt: 1, decidedCommandIds: ['c-1'], recent: [] };

    expect(await load(petition, aRegister({ loadCase: async () => Promise.resolve(memory) }))).toEqual({
      ...memory,
      publicUrl,
    });
  });

  it.each([petition, conference, report])(
    'fails for good when the register knows no such $caseKind',
    async (reference) => {
      const nothing = async (): Promise<null> => Promise.resolve(null);
      const register = aRegister({
        loadSubmission: nothing,
        loadConferencePlan: nothing,
        loadReportOpening: nothing,
      });

      await expect(load(reference, register)).rejects.toMatchObject({ type: 'case.unknown', nonRetryable: true });
    },
  );
});
