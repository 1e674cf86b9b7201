import { describe, expect, it } from '@jest/globals';

import type { Ladder } from '../cases/duty.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { TermsOverrides } from './local-terms.js';
import { termsProblems } from './terms-problems.js';

const ladder: Ladder = {
  rungs: [
    { workingDays: -5, recipients: ['handler'] },
    { workingDays: 1, recipients: ['leadOffice'] },
  ],
  thenEvery: { workingDays: 5, recipients: ['host'] },
};

function answerIn(workingDays: number): TermsOverrides {
  return { petition: { duties: { answer: { workingDays } } } };
}

function answerLadder(changes: Partial<Ladder>): TermsOverrides {
  return { petition: { duties: { answer: { ladder: { ...ladder, ...changes } } } } };
}

function rung(workingDays: number, ...recipients: readonly RecipientRole[]): Ladder['rungs'][number] {
  return { workingDays, recipients };
}

function found(overrides: TermsOverrides, hasLegalBasis = false): readonly string[] {
  return termsProblems(overrides, { hasLegalBasis }).map(({ path, code }) => `${code} ${path}`);
}

const answer = 'petition.duties.answer.workingDays';
const briefing = 'conference.duties.holdBriefing.count.days';
const invitations = 'conference.duties.sendInvitations.count.workingDays';
const followUp = 'conference.duties.followUpPetitions.count.workingDays';
const upwards = 'report.upwardsWorkingDays';

describe('the days that an office sets', () => {
  it.each<[string, TermsOverrides, readonly string[]]>([
    ['D11.1c: the fifteen days of the regulation', answerIn(15), []],
    ['D11.1c: fewer are free', answerIn(10), []],
    ['D11.1c: one more is longer', answerIn(16), [`days.longerThanRegulation ${answer}`]],
    [
      'D11.1b: the follow-up of a petition',
      { petition: { followUpWorkingDays: 6 } },
      ['days.longerThanRegulation petition.followUpWorkingDays'],
    ],
    [
      'D8.1e: a briefing nearer to the conference is later',
      { conference: { duties: { holdBriefing: { count: { days: -4 } } } } },
      [`days.longerThanRegulation ${briefing}`],
    ],
    ['D8.1e: an earlier briefing is free', { conference: { duties: { holdBriefing: { count: { days: -7 } } } } }, []],
    [
      'D8.1g: invitations nearer to the conference are later',
      { conference: { duties: { sendInvitations: { count: { workingDays: -4 } } } } },
      [`days.longerThanRegulation ${invitations}`],
    ],
    [
      'D8.1g: earlier invitations are free',
      { conference: { duties: { sendInvitations: { count: { workingDays: -7 } } } } },
      [],
    ],
    [
      'D11.1b: the follow-up of a conference',
      { conference: { duties: { followUpPetitions: { count: { workingDays: 6 } } } } },
      [`days.longerThanRegulation ${followUp}`],
    ],
    [
      'D8.1e: an earlier cut-off keeps opinions out of the briefing',
      { conference: { cutOffDays: 6 } },
      ['days.differFromRegulation conference.cutOffDays'],
    ],
    [
      'D8.1f: a later cut-off takes away the answer in writing',
      { conference: { cutOffDays: 4 } },
      ['days.differFromRegulation conference.cutOffDays'],
    ],
    [
      'D13.1: what is a habit of the office may be longer',
      { petition: { duties: { screen: { workingDays: 8 } } } },
      [],
    ],
    ['D14.1: an earlier report to the superior is free', { report: { upwardsWorkingDays: 10 } }, []],
  ])('%s', (_, overrides, problems) => {
    expect(found(overrides)).toEqual(problems);
    expect(found(overrides, true)).toEqual([]);
  });

  it.each<[string, TermsOverrides, string]>([
    ['none', answerIn(0), `days.notPositive ${answer}`],
    ['less than none', answerIn(-3), `days.notPositive ${answer}`],
    ['half a day', answerIn(2.5), `days.notWhole ${answer}`],
    ['more than any calendar holds', answerIn(61), `days.tooMany ${answer}`],
    [
      'invitations after the conference',
      { conference: { duties: { sendInvitations: { count: { workingDays: 5 } } } } },
      `days.notPositive ${invitations}`,
    ],
    [
      'a follow-up before the conference',
      { conference: { duties: { followUpPetitions: { count: { workingDays: -1 } } } } },
      `days.notPositive ${followUp}`,
    ],
    [
      'D11.1c: a receipt that is deemed so late that the fifteen days hardly begin',
      { petition: { duties: { receipt: { workingDays: 11 } } } },
      'days.tooMany petition.duties.receipt.workingDays',
    ],
    ['a report due before it opens', { report: { upwardsWorkingDays: 20 } }, `days.tooMany ${upwards}`],
    ['a cut-off on the day itself', { conference: { cutOffDays: 0 } }, 'days.notPositive conference.cutOffDays'],
    [
      'D10.1b: days for a review, whose day is given',
      { petition: { duties: { review: { workingDays: 5 } } } },
      'days.notSettable petition.duties.review.workingDays',
    ],
    [
      'working days where the regulation has calendar days',
      { conference: { duties: { holdBriefing: { count: { workingDays: -5 } } } } },
      'days.otherUnit conference.duties.holdBriefing.count',
    ],
    ['nothing at all', {}, 'terms.nothingSet '],
  ])('are not %s, on whatever legal basis', (_, overrides, problem) => {
    expect(found(overrides, true)).toEqual([problem]);
  });

  it('D13.1: name the limit that they may not pass', () => {
    expect(termsProblems(answerIn(16), { hasLegalBasis: false })).toMatchObject([{ rule: 'D11.1c', limit: 15 }]);
    expect(termsProblems(answerIn(99), { hasLegalBasis: true })).toMatchObject([{ limit: 60 }]);
  });

  it('are all told at once', () => {
    const overrides = { petition: { duties: { answer: { workingDays: 0 } }, reopeningMonths: -1 } };

    expect(found(overrides)).toEqual([`days.notPositive ${answer}`, 'days.notPositive petition.reopeningMonths']);
  });

  it('D13.1: an office goes back to the defaults by naming nothing', () => {
    expect(found({ petition: {} })).toEqual([]);
  });
});

describe('the ladder that an office sets', () => {
  const at = 'petition.duties.answer.ladder';

  it('D11.3: is taken when it reminds before, escalates after, and goes on', () => {
    expect(found(answerLadder({}))).toEqual([]);
  });

  it.each<[string, Partial<Ladder>, string]>([
    [
      'without order',
      { rungs: [rung(1, 'leadOffice'), rung(-5, 'handler')] },
      `rung.outOfOrder ${at}.rungs.1.workingDays`,
    ],
    ['with a rung twice', { rungs: [rung(1, 'leadOffice'), rung(1, 'host')] }, `rung.twice ${at}.rungs.1.workingDays`],
    ['with half a day', { rungs: [rung(-1.5, 'handler')] }, `days.notWhole ${at}.rungs.0.workingDays`],
    [
      'that reminds before anything is owed',
      { rungs: [rung(-16, 'handler')] },
      `rung.beforeBeginning ${at}.rungs.0.workingDays`,
    ],
    ['that comes too late to matter', { rungs: [rung(61, 'host')] }, `days.tooMany ${at}.rungs.0.workingDays`],
    [
      'D11.3: that tells the superior before the day has passed',
      { rungs: [rung(-2, 'superior')] },
      `recipient.tooEarly ${at}.rungs.0.recipients.0`,
    ],
    [
      'D11.3: that tells the monitor on the day itself',
      { rungs: [rung(0, 'handler', 'monitor')] },
      `recipient.tooEarly ${at}.rungs.0.recipients.1`,
    ],
    ['for nobody', { rungs: [rung(-2)] }, `recipients.empty ${at}.rungs.0.recipients`],
    ['for somebody twice', { rungs: [rung(-2, 'handler', 'handler')] }, `recipient.twice ${at}.rungs.0.recipients.1`],
    [
      'that urges the person who waits',
      { thenEvery: rung(5, 'host', 'petitioner') },
      `recipient.unfit ${at}.thenEvery.recipients.1`,
    ],
    ['that repeats every no days', { thenEvery: rung(0, 'host') }, `days.notPositive ${at}.thenEvery.workingDays`],
    ['that repeats for nobody', { thenEvery: rung(5) }, `recipients.empty ${at}.thenEvery.recipients`],
    ['D11.3: that ends before the answer came', { thenEvery: null }, `ladder.ends ${at}`],
    [
      'D11.3: that never goes above the agency',
      { rungs: [rung(1, 'agencyHead')], thenEvery: rung(5, 'agencyHead') },
      `ladder.neverEscalates ${at}`,
    ],
  ])('is none %s', (_, changes, problem) => {
    expect(found(answerLadder(changes), true)).toContain(problem);
  });

  it.each<[string, TermsOverrides, string]>([
    [
      'the agency of a petition that nobody was given yet',
      { petition: { duties: { screen: { ladder: { ...ladder, rungs: [rung(-1, 'handler')] } } } } },
      'recipient.unfit petition.duties.screen.ladder.rungs.0.recipients.0',
    ],
    [
      'an agency of a conference, which has none',
      { conference: { duties: { holdBriefing: { ladder: { ...ladder, rungs: [rung(-1, 'agencyHead')] } } } } },
      'recipient.unfit conference.duties.holdBriefing.ladder.rungs.0.recipients.0',
    ],
    [
      'nobody at all',
      { report: { duties: { sendUpwards: { ladder: { rungs: [], thenEvery: null } } } } },
      'ladder.empty report.duties.sendUpwards.ladder',
    ],
  ])('does not urge %s', (_, overrides, problem) => {
    expect(found(overrides)).toEqual([problem]);
  });

  it('D8.1e: may remind the host of what the host owes', () => {
    const own: Ladder = { rungs: [rung(-4, 'host')], thenEvery: rung(3, 'host') };

    expect(found({ conference: { duties: { holdBriefing: { ladder: own } } } })).toEqual([]);
  });
});

describe('the further hosts that an office names', () => {
  it('D13.1: are other heads', () => {
    expect(found({ conference: { hostKinds: ['officeHead'] } })).toEqual([]);
  });

  it('D1: are nobody who heads nothing, and nobody twice', () => {
    expect(found({ conference: { hostKinds: ['officeHead', 'officeHead', 'clerk'] } }, true)).toEqual([
      'hostKind.twice conference.hostKinds.1',
      'hostKind.unfit conference.hostKinds.2',
    ]);
  });
});
