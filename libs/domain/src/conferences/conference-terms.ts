import type { DutyDefinition, Ladder } from '../cases/duty.js';
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
}

/** The milestones of a conference: which rule asks for them, who owes them, what a miss means. */
export const conferenceMilestones: Readonly<Record<ConferenceDutyKind, ConferenceMilestone>> = {
  approvePlan: preparation('D8.1a', 'host', { metBy: 'approvePlan', binds: 'none' }),
  requestOpinions: preparation('D8.1b', 'leadOffice', { metBy: 'requestOpinions', binds: 'none' }),
  holdBriefing: preparation('D8.1e', 'host', { metBy: 'holdBriefing', binds: 'periodicOfLevelHeads' }),
  sendInvitations: preparation('D8.1g', 'leadOffice', { metBy: 'sendInvitations', binds: 'periodicOfLevelHeads' }),
  recordOutcome: afterwards('D9', { metBy: 'recordHeld', binds: 'none' }),
  followUpPetitions: afterwards('D11.1b', { metBy: 'petitionFollowedUp', binds: 'everyConference' }),
  issueConclusionNotice: afterwards('D8.1i', { metBy: 'issueConclusionNotice', binds: 'none' }),
  issueResultReport: afterwards('D11.2b', { metBy: 'issueResultReport', binds: 'none' }),
};

/**
 * The default days and ladders. Those of the briefing (D8.1e), the invitations (D8.1g) and the follow-up (D11.1b), and
 * the cut-off, are the regulation's own; the others are habits of the office, which an office may change (D13.1).
 */
export const defaultConferenceTerms: ConferenceTerms = {
  version: 'default-1',
  cutOffDays: 5,
  duties: {
    approvePlan: milestone({ workingDays: -20 }, ladder([-3], ['leadOffice', 'host'], ['leadOffice'])),
    requestOpinions: milestone({ workingDays: -15 }, ladder([-2], ['leadOffice'], ['leadOffice'])),
    holdBriefing: milestone({ days: -5 }, ladder([-3, -1], ['leadOffice', 'host'], ['host'])),
    sendInvitations: milestone({ workingDays: -5 }, ladder([-3, -1], ['leadOffice'], ['host', 'monitor'])),
    recordOutcome: milestone({ workingDays: 1 }, ladder([0], ['leadOffice'], ['leadOffice'])),
    followUpPetitions: milestone({ workingDays: 5 }, ladder([-2, -1], ['leadOffice'], ['host', 'monitor'])),
    issueConclusionNotice: milestone({ workingDays: 5 }, ladder([-1], ['leadOffice'], ['host'])),
    issueResultReport: milestone({ workingDays: 5 }, ladder([-1], ['leadOffice'], ['host'])),
  },
};

type Ends = Pick<ConferenceMilestone, 'metBy' | 'binds'>;

function preparation(rule: DutyDefinition['rule'], owedBy: 'leadOffice' | 'host', ends: Ends): ConferenceMilestone {
  return { rule, owedBy, whenMissed: 'recordMiss', isPreparation: true, ...ends };
}

function afterwards(rule: DutyDefinition['rule'], ends: Ends): ConferenceMilestone {
  return { rule, owedBy: 'leadOffice', whenMissed: 'recordMiss', isPreparation: false, ...ends };
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
