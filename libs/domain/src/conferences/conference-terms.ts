import type { DutyDebtor, DutyDefinition, Ladder, Rung } from '../cases/duty.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { ConferenceCommandKind } from './conference-commands.js';
import type { ConferenceDutyKind, ConferenceTerms, MilestoneCount, MilestoneTerms } from './conference.js';

/**
 * Whose limit a milestone is: the regulation's own for every conference, its own for periodic conferences of level
 * heads only (D8.1), or a habit of the office. A miss of the last is reminded and escalated, but is no finding.
 */
export type Binding = 'everyConference' | 'periodicOfLevelHeads' | 'none';

/** What a milestone is, whatever its days. */
export interface ConferenceMilestone extends DutyDefinition {
  readonly binds: Binding;
  /** The command that ends it; news of the petitions end the follow-up. */
  readonly metBy: ConferenceCommandKind;
  /** Has no sense any more once the conference was held. */
  readonly isPreparation: boolean;
  /** The command with which it begins: every conference owes what begins with its plan. */
  readonly begunBy: ConferenceCommandKind;
}

/** The milestones of a conference: which rule asks for them, who owes them, what a miss means. */
export const conferenceMilestones: Readonly<Record<ConferenceDutyKind, ConferenceMilestone>> = {
  answerDemand: begunBy('demandAdHoc', preparation('D8.3a', 'host', { metBy: 'answerDemand', binds: 'none' })),
  approvePlan: preparation('D8.1a', 'host', { metBy: 'approvePlan', binds: 'none' }),
  requestOpinions: preparation('D8.1b', 'leadOffice', { metBy: 'requestOpinions', binds: 'none' }),
  // D13.3: the office asks the Front and the organisations for it, and gets it.
  reportSituation: preparation('D13.3', 'leadOffice', { metBy: 'recordSituationReport', binds: 'none' }),
  issueAggregateReport: preparation('D8.1c', 'leadOffice', { metBy: 'issueAggregateReport', binds: 'none' }),
  // D8.1b, D8.1f: over with the cut-off; what comes later is answered in writing.
  supplyOpinions: {
    ...begunBy('requestOpinions', preparation('D8.1b', 'agency', { metBy: 'recordOpinionsReceived', binds: 'none' })),
    whenMissed: 'end',
  },
  prepareAnswers: begunBy(
    'issueAggregateReport',
    preparation('D8.1d', 'agency', { metBy: 'recordPreparedAnswer', binds: 'none' }),
  ),
  holdBriefing: preparation('D8.1e', 'host', { metBy: 'holdBriefing', binds: 'periodicOfLevelHeads' }),
  sendInvitations: preparation('D8.1g', 'leadOffice', { metBy: 'sendInvitations', binds: 'periodicOfLevelHeads' }),
  nameHelpers: preparation('D8.1h', 'leadOffice', { metBy: 'nameHelpers', binds: 'none' }),
  confirmAttendance: begunBy(
    'sendInvitations',
    preparation('D10.3a', 'agency', { metBy: 'confirmAttendance', binds: 'none' }),
  ),
  recordOutcome: afterwards('D9', { metBy: 'recordHeld', binds: 'none' }),
  followUpPetitions: afterwards('D11.1b', { metBy: 'petitionFollowedUp', binds: 'everyConference' }),
  issueConclusionNotice: afterwards('D8.1i', { metBy: 'issueConclusionNotice', binds: 'none' }),
  issueResultReport: afterwards('D11.2b', { metBy: 'issueResultReport', binds: 'none' }),
  recordInternalReview: afterwards('D11.1a', { metBy: 'recordInternalReview', binds: 'none' }),
  // What has no day cannot miss one: somebody is reminded again and again.
  setNewDate: reminder('D8.1a', { metBy: 'reschedule', owedBy: 'host', begunBy: 'postpone' }),
  awaitDirection: reminder('D8.3b', {
    metBy: 'recordDirection',
    owedBy: 'leadOffice',
    begunBy: 'recordFailed',
  }),
};

/**
 * The default days and ladders. Those of the briefing (D8.1e), the invitations (D8.1g) and the follow-up (D11.1b), and
 * the cut-off, are the regulation's own; the others are habits of the office, which an office may change (D13.1).
 */
export const defaultConferenceTerms: ConferenceTerms = {
  version: 'default-1',
  cutOffDays: 5,
  duties: {
    answerDemand: milestone({ workingDays: 3 }, ladder([-1, 0], ['host', 'leadOffice'], ['superior'])),
    approvePlan: milestone({ workingDays: -20 }, ladder([-3], ['leadOffice', 'host'], ['leadOffice'])),
    requestOpinions: milestone({ workingDays: -15 }, ladder([-2], ['leadOffice'], ['leadOffice'])),
    reportSituation: milestone({ workingDays: -8 }, ladder([-2], ['front', 'leadOffice'], ['leadOffice'])),
    issueAggregateReport: milestone({ workingDays: -8 }, ladder([-2], ['leadOffice'], ['host'])),
    // Until the end of the cut-off, whose days count for it.
    supplyOpinions: milestone({ days: -5 }, { rungs: [-5, -2].map(toBody), thenEvery: null }),
    prepareAnswers: milestone({ workingDays: -6 }, ladder([-2, -1], ['handler', 'agencyHead'], ['host'])),
    holdBriefing: milestone({ days: -5 }, ladder([-3, -1], ['leadOffice', 'host'], ['host'])),
    sendInvitations: milestone({ workingDays: -5 }, ladder([-3, -1], ['leadOffice'], ['host', 'monitor'])),
    nameHelpers: milestone({ workingDays: -5 }, ladder([-1], ['leadOffice'], ['leadOffice'])),
    confirmAttendance: milestone({ workingDays: -2 }, ladder([-1], ['handler', 'agencyHead'], ['leadOffice'])),
    recordOutcome: milestone({ workingDays: 1 }, ladder([0], ['leadOffice'], ['leadOffice'])),
    followUpPetitions: milestone({ workingDays: 5 }, ladder([-2, -1], ['leadOffice'], ['host', 'monitor'])),
    issueConclusionNotice: milestone({ workingDays: 5 }, ladder([-1], ['leadOffice'], ['host'])),
    issueResultReport: milestone({ workingDays: 5 }, ladder([-1], ['leadOffice'], ['host'])),
    recordInternalReview: milestone({ workingDays: 5 }, ladder([-1], ['leadOffice'], ['host'])),
    setNewDate: again(10, ['leadOffice', 'host']),
    awaitDirection: again(5, ['superior', 'leadOffice']),
  },
};

type Ends = Pick<ConferenceMilestone, 'metBy' | 'binds'>;

function preparation(rule: DutyDefinition['rule'], owedBy: DutyDebtor, ends: Ends): ConferenceMilestone {
  return { rule, owedBy, whenMissed: 'recordMiss', isPreparation: true, begunBy: 'plan', ...ends };
}

function begunBy(command: ConferenceCommandKind, duty: ConferenceMilestone): ConferenceMilestone {
  return { ...duty, begunBy: command };
}

function afterwards(rule: DutyDefinition['rule'], ends: Ends): ConferenceMilestone {
  return { rule, owedBy: 'leadOffice', whenMissed: 'recordMiss', isPreparation: false, begunBy: 'plan', ...ends };
}

function toBody(workingDays: number): Rung {
  return { workingDays, recipients: ['handler', 'agencyHead'] };
}

function reminder(
  rule: DutyDefinition['rule'],
  ends: Pick<ConferenceMilestone, 'metBy' | 'owedBy' | 'begunBy'>,
): ConferenceMilestone {
  return { rule, whenMissed: 'goOn', isPreparation: false, binds: 'none', ...ends };
}

/** Asked on the day, and again after as many working days. */
function again(workingDays: number, recipients: readonly RecipientRole[]): MilestoneTerms {
  return milestone(
    { workingDays },
    { rungs: [{ workingDays: 0, recipients }], thenEvery: { workingDays, recipients } },
  );
}

function milestone(count: MilestoneCount, urging: Ladder): MilestoneTerms {
  return { count, ladder: urging };
}

/** Reminders, the escalation on the working day after the miss, then every fifth the office and the host. */
function ladder(
  reminders: readonly number[],
  reminded: readonly RecipientRole[],
  escalated: readonly RecipientRole[],
): Ladder {
  return {
    rungs: [
      ...reminders.map((workingDays) => ({ workingDays, recipients: reminded })),
      { workingDays: 1, recipients: escalated },
    ],
    thenEvery: { workingDays: 5, recipients: ['leadOffice', 'host'] },
  };
}
