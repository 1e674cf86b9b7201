import type { DutyKind, Letter, LetterKind } from '../cases/letter.js';
import type { ConferenceCommandKind } from '../conferences/conference-commands.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { PetitionCommandKind } from '../petitions/petition-commands.js';
import { addDays, type LocalDate } from '../time/local-date.js';

/** What a body may do by the link of a letter, without an account; the stage of the case and its scope decide the rest. */
export type LinkedAct = Extract<
  PetitionCommandKind | ConferenceCommandKind,
  | 'acknowledge'
  | 'answer'
  | 'requestExtension'
  | 'returnAssignment'
  | 'contribute'
  | 'recordResolution'
  | 'recordOpinionsReceived'
  | 'recordPreparedAnswer'
  | 'recordSituationReport'
  | 'confirmAttendance'
  | 'declineAttendance'
>;

type Acts = readonly LinkedAct[];

// D11.1c: what an agency does with what it was assigned.
const assignment: Acts = ['acknowledge', 'answer', 'requestExtension', 'returnAssignment'];
// D11.1b: what a body gives to the agency that leads.
const cooperation: Acts = ['contribute'];
const resolution: Acts = ['recordResolution'];
// D8.1b, D8.1d, D13.3, D10.3a: what bodies answer to a conference.
const opinions: Acts = ['recordOpinionsReceived'];
const preparation: Acts = ['recordPreparedAnswer'];
const situation: Acts = ['recordSituationReport'];
const attendance: Acts = ['confirmAttendance', 'declineAttendance'];

/** The acts that the letters of each kind offer to an agency; a kind that is not here brings no link. */
const actsByLetter: Readonly<Partial<Record<LetterKind, Acts>>> = {
  assigned: assignment,
  receiptRecorded: assignment,
  contributionReceived: assignment,
  extensionGranted: assignment,
  extensionRefused: assignment,
  answerSentBack: assignment,
  answerApproved: resolution,
  deferralEnded: assignment,
  cooperationAsked: cooperation,
  contributionDue: cooperation,
  opinionsRequested: opinions,
  answersToPrepare: preparation,
  invitation: attendance,
  conferenceMoved: attendance,
  hostChanged: attendance,
  // There is nothing to answer: the link is to read by.
  conferencePostponed: [],
  // D11.3: whoever takes over may do what the body before could.
  handover: [...assignment, ...cooperation, ...opinions, ...preparation, ...attendance],
};

/** The acts that a reminder, or a warning, offers to whoever owes the duty. */
const actsByDuty: Readonly<Partial<Record<DutyKind, Acts>>> = {
  receipt: assignment,
  answer: assignment,
  reportProgress: assignment,
  resolve: resolution,
  contribute: cooperation,
  supplyOpinions: opinions,
  prepareAnswers: preparation,
  reportSituation: situation,
  confirmAttendance: attendance,
};

/** To whom links go: the agency itself. Everybody else has an account, or nothing to do by mail. */
const linkedRoles: readonly RecipientRole[] = ['handler', 'agencyHead'];

/** D13.3: the situation is reported by the Front, which is no agency of the case. */
const rolesByDuty: Readonly<Partial<Record<DutyKind, readonly RecipientRole[]>>> = { reportSituation: ['front'] };

/** What a letter to this role lets its body do by a link; null: it brings none. */
export function linkedActs(letter: Letter, role: RecipientRole): readonly LinkedAct[] | null {
  const duty = letter.kind === 'dutyReminder' || letter.kind === 'dutyOverdue' ? letter.duty : null;
  const roles = (duty === null ? undefined : rolesByDuty[duty]) ?? linkedRoles;
  if (!roles.includes(role)) return null;
  return (duty === null ? actsByLetter[letter.kind] : actsByDuty[duty]) ?? null;
}

/**
 * How long a link is good for, in calendar days: some while beyond what the letter asks for, since an overdue answer is
 * wanted too; never shorter than a month, in which a reminder brings the next link, and never for ever.
 */
export const linkTerms = { daysAfterDue: 14, atLeastDays: 30, atMostDays: 90 } as const;

/** The last day on which the link of a letter that is sent on this day is good. */
export function linkGoodUntil(letter: Letter, sentOn: LocalDate): LocalDate {
  const due = dueOnOf(letter);
  const [first, last] = [addDays(sentOn, linkTerms.atLeastDays), addDays(sentOn, linkTerms.atMostDays)];
  const wanted = due === null ? first : addDays(due, linkTerms.daysAfterDue);
  if (wanted < first) return first;
  return wanted > last ? last : wanted;
}

/** The day that a letter is about. */
function dueOnOf(letter: Letter): LocalDate | null {
  if ('dueOn' in letter) return letter.dueOn;
  if ('receiptDueOn' in letter) return letter.receiptDueOn;
  return 'conferenceOn' in letter ? letter.conferenceOn : null;
}
