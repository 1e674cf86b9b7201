import type { DutyTerms } from '../cases/duty.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { PetitionDutyKind, PetitionTerms } from './petition.js';

/** What becomes of a duty whose due date passed: a recorded miss, a receipt taken as given, or nothing but urging. */
export type WhenMissed = 'recordMiss' | 'deemReceipt' | 'goOn';

interface DutyDefinition {
  readonly rule: RuleId;
  readonly owedBy: 'leadOffice' | 'agency' | 'host';
  readonly whenMissed: WhenMissed;
}

/** The duties of a petition: which rule asks for them, who owes them, what a miss means. */
export const petitionDuties: Readonly<Record<PetitionDutyKind, DutyDefinition>> = {
  screen: { rule: 'D2.1', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  assign: { rule: 'D11.1b', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  receipt: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'deemReceipt' },
  answer: { rule: 'D11.1c', owedBy: 'agency', whenMissed: 'recordMiss' },
  approve: { rule: 'D10.1a', owedBy: 'host', whenMissed: 'recordMiss' },
  tell: { rule: 'D11.1c', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
  resolve: { rule: 'D11.3', owedBy: 'agency', whenMissed: 'goOn' },
  close: { rule: 'D11.3', owedBy: 'leadOffice', whenMissed: 'recordMiss' },
};

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
