import type { DutyDefinition, DutyTerms } from '../cases/duty.js';
import type { PetitionDutyKind, PetitionTerms } from './petition.js';

/** The duties of a petition: which rule asks for them, who owes them, what a miss means. */
export const petitionDuties: Readonly<Record<PetitionDutyKind, DutyDefinition>> = {
  screen: { rule: 'D2.1', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  assign: { rule: 'D11.1b', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  receipt: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'deemReceipt' },
  answer: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'recordMiss' },
  approve: { rule: 'D10.1a', owedBy: 'host', whenMissed: 'recordMiss' },
  tell: { rule: 'D11.1c', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  resolve: { rule: 'D11.3', owedBy: 'agency', whenMissed: 'goOn' },
  // What was put off comes back by itself (D10.1b): there is nothing to miss, only to remind of.
  review: { rule: 'D10.1b', owedBy: 'leadOffice', whenMissed: 'goOn' },
  followReferral: { rule: 'D10.1c', owedBy: 'leadOffice', whenMissed: 'goOn' },
  close: { rule: 'D11.3', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  decideExtension: { rule: 'D11.1c', owedBy: 'host', whenMissed: 'recordMiss' },
  reportProgress: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'recordMiss' },
  // Each cooperating body owes one of its own (D11.1b).
  contribute: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'recordMiss' },
};

/** D11.1b: working days from the conference until the person is told, and the rest assigned. The regulation's own. */
export const followUpWorkingDays = 5;

/** D11.1c: how often, and by how many working days, an agency may be given more time. Habits of the office. */
export const defaultExtension = { count: 1, workingDays: 15 } as const;

/** D8.1e, D8.1f: calendar days before the conference up to the end of which a petition comes to the briefing. */
export const briefingCutOffDays = 5;

/**
 * The default days and ladders. The 15 working days of `answer` are the regulation's own (D11.1c); the others are
 * habits of the office, which an office may change.
 */
export const defaultPetitionTerms: PetitionTerms = {
  version: 'default-1',
  reopeningMonths: 12,
  reworkWorkingDays: 5,
  duties: {
    screen: officeDuty(3),
    assign: officeDuty(5),
    receipt: { workingDays: 3, ladder: { rungs: [{ workingDays: -1, recipients: ['handler'] }], thenEvery: null } },
    answer: {
      workingDays: 15,
      // D11.1c, D11.3: reminders before, then level by level, until answered.
      ladder: {
        rungs: [
          { workingDays: -5, recipients: ['handler'] },
          { workingDays: -2, recipients: ['handler', 'agencyHead'] },
          { workingDays: 1, recipients: ['agencyHead', 'leadOffice', 'monitor'] },
          { workingDays: 3, recipients: ['host'] },
          { workingDays: 7, recipients: ['superior'] },
        ],
        thenEvery: { workingDays: 5, recipients: ['host'] },
      },
    },
    approve: {
      workingDays: 3,
      ladder: {
        rungs: [
          { workingDays: -1, recipients: ['leadOffice'] },
          { workingDays: 1, recipients: ['host', 'leadOffice'] },
        ],
        thenEvery: { workingDays: 5, recipients: ['host'] },
      },
    },
    tell: officeDuty(5),
    close: officeDuty(5),
    resolve: {
      workingDays: 15,
      ladder: {
        rungs: [{ workingDays: 0, recipients: ['handler', 'leadOffice'] }],
        thenEvery: { workingDays: 15, recipients: ['handler', 'leadOffice'] },
      },
    },
    // The day is the review date that was given, not a count of days.
    review: { workingDays: 0, ladder: { rungs: [{ workingDays: -2, recipients: ['leadOffice'] }], thenEvery: null } },
    followReferral: {
      workingDays: 15,
      ladder: {
        rungs: [{ workingDays: 0, recipients: ['leadOffice'] }],
        thenEvery: { workingDays: 15, recipients: ['leadOffice'] },
      },
    },
    decideExtension: {
      workingDays: 3,
      ladder: {
        rungs: [
          { workingDays: -1, recipients: ['host', 'leadOffice'] },
          { workingDays: 1, recipients: ['host', 'leadOffice'] },
        ],
        thenEvery: { workingDays: 5, recipients: ['host'] },
      },
    },
    // The days are those that the answer had before it was given more: they are not set by themselves.
    reportProgress: {
      workingDays: 15,
      ladder: {
        rungs: [
          { workingDays: -2, recipients: ['handler', 'agencyHead'] },
          { workingDays: 1, recipients: ['agencyHead', 'leadOffice', 'monitor'] },
          { workingDays: 3, recipients: ['host'] },
        ],
        thenEvery: { workingDays: 5, recipients: ['host'] },
      },
    },
    // Counted back from the limit of the agency that leads.
    contribute: {
      workingDays: 5,
      ladder: {
        rungs: [
          { workingDays: -2, recipients: ['handler', 'agencyHead'] },
          { workingDays: 1, recipients: ['agencyHead', 'leadOffice'] },
        ],
        thenEvery: { workingDays: 3, recipients: ['agencyHead', 'leadOffice'] },
      },
    },
  },
};

function officeDuty(workingDays: number): DutyTerms {
  return {
    workingDays,
    ladder: {
      rungs: [
        { workingDays: -1, recipients: ['leadOffice'] },
        { workingDays: 1, recipients: ['leadOffice'] },
      ],
      thenEvery: { workingDays: 5, recipients: ['leadOffice', 'monitor'] },
    },
  };
}
