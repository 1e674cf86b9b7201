import { conferenceMilestones } from '../conferences/conference-terms.js';
import type { ConferenceCommand } from '../conferences/conference-commands.js';
import type { PetitionCommandKind } from '../petitions/petition-commands.js';
import { petitionDuties } from '../petitions/petition-terms.js';
import type { DutyDefinition } from './duty.js';
import type { DutyKind, LetterKind } from './letter.js';

/** D11.3: for so many working days a body may be silent, where no office has set another number. */
export const defaultSilentDays = 10;

/** What a body owes by itself: while nothing of it is open, nobody waits for the body. */
export const dutiesOfBodies: readonly DutyKind[] = [
  ...kindsOwedByAgencies(petitionDuties),
  ...kindsOwedByAgencies(conferenceMilestones),
];

function kindsOwedByAgencies<Kind extends DutyKind>(
  definitions: Readonly<Record<Kind, DutyDefinition>>,
): readonly Kind[] {
  // eslint-disable-next-line house/no-assertion -- the keys of the table are its kinds
  return (Object.keys(definitions) as Kind[]).filter((kind) => definitions[kind].owedBy === 'agency');
}

/** Letters that ask something of a body; news and thanks accuse nobody who leaves them lie. */
export const askingLetters: readonly LetterKind[] = [
  'assigned',
  'cooperationAsked',
  'receiptRecorded',
  'contributionDue',
  'extensionRefused',
  'answerSentBack',
  'dutyReminder',
  'dutyOverdue',
  'handover',
  'opinionsRequested',
  'answersToPrepare',
  'invitation',
];

/** Acts of the agency that has a petition, whoever enters them: the body itself, or a clerk with its document. */
export const actsOfAgency: readonly PetitionCommandKind[] = [
  'acknowledge',
  'answer',
  'returnAssignment',
  'requestExtension',
  'recordResolution',
];

/** Acts that name their body in the command: under `agency`, `body` or `by`. */
export const actsOfNamedBody: readonly (PetitionCommandKind | ConferenceCommand['kind'])[] = [
  'contribute',
  'recordOpinionsReceived',
  'recordPreparedAnswer',
  'recordSituationReport',
  'confirmAttendance',
  'declineAttendance',
];
