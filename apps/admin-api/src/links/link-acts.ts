import { allowedFrom, conferenceAllowedFrom, linkedActs, type LinkedAct } from '@dialogue/domain';
import type { FollowedLink } from '@dialogue/persistence';

import { isPermitted } from '../auth/permissions.js';
import type { CommandRow } from '../cases/command-row.js';
import { conferenceCommands } from '../conferences/command-table.js';
import { petitionCommands } from '../petitions/command-table.js';
import type { ConferenceLinkCase, LinkCase, PetitionLinkCase } from './link-case.js';

type PetitionAct = Extract<LinkedAct, keyof typeof petitionCommands>;
type ConferenceAct = Exclude<LinkedAct, PetitionAct>;

/** Whether an act still makes sense, beyond what permission, stage and machine say: what was done once is not asked again. */
type Opening<Case> = (shown: Case, body: string) => boolean;

const ofPetition: Readonly<Record<PetitionAct, Opening<PetitionLinkCase>>> = {
  // D11.1c: a receipt that was deemed is put right with a document that proves it, which the lead office enters.
  acknowledge: ({ petition, isLead }) => isLead && (currentRound(petition)?.receivedOn ?? null) === null,
  answer: ({ isLead }) => isLead,
  requestExtension: ({ petition, isLead }) => isLead && currentRound(petition)?.extensionWantedOn === null,
  returnAssignment: ({ isLead }) => isLead,
  recordResolution: ({ isLead }) => isLead,
  contribute: ({ petition }, body) =>
    currentRound(petition)?.contributions.some(
      ({ agency, contributedOn, endedOn }) => agency.code === body && contributedOn === null && endedOn === null,
    ) === true,
};

const ofConference: Readonly<Record<ConferenceAct, Opening<ConferenceLinkCase>>> = {
  recordOpinionsReceived: (shown, body) => {
    const row = rowOf(shown, body);
    return row !== undefined && row.askedOn !== null && row.opinionsOn === null;
  },
  recordPreparedAnswer: (shown, body) => toPrepare(shown, body).length > 0,
  recordSituationReport: ({ conference }, body) =>
    conference.steps.situationReportedBy.every(({ code }) => code !== body),
  confirmAttendance: (shown, body) => rowOf(shown, body)?.invitedOn != null,
  declineAttendance: (shown, body) => rowOf(shown, body)?.invitedOn != null,
};

/** The round of a petition that is not over. */
export function currentRound({ assignments }: PetitionLinkCase['petition']): RoundRow | undefined {
  return assignments.findLast(({ endedOn }) => endedOn === null);
}

type RoundRow = PetitionLinkCase['petition']['assignments'][number];

/** The petitions of a conference to which a body has yet to prepare an answer (D8.1d). */
export function toPrepare(
  { conference }: ConferenceLinkCase,
  body: string,
): ConferenceLinkCase['conference']['petitions'] {
  return conference.petitions.filter(
    ({ preparedBy, preparedOn, detachedOn }) => preparedBy?.code === body && preparedOn === null && detachedOn === null,
  );
}

/** What a body of a conference has been asked, and what it has said. */
export function rowOf(
  { conference }: ConferenceLinkCase,
  body: string,
): ConferenceLinkCase['conference']['bodies'][number] | undefined {
  return conference.bodies.find(({ organisation, leftOn }) => organisation.code === body && leftOn === null);
}

/**
 * What a link offers now: what its letter asks for, as far as an agency may do it at this stage of the case and has not
 * done it yet. Its scope is asked once more when it is done.
 */
export function offeredActs(link: FollowedLink, shown: LinkCase): readonly LinkedAct[] {
  if (link.standing !== 'open') return [];
  const { code } = link.organisation;
  return (linkedActs(link.letter, link.role) ?? []).filter(
    (act) => isPermitted('agency', commandRowOf(act).permission) && isOpen(act, shown, code),
  );
}

function isOpen(act: LinkedAct, shown: LinkCase, body: string): boolean {
  if (shown.kind === 'petition')
    return isPetitionAct(act) && allowedFrom[act].includes(shown.petition.stage) && ofPetition[act](shown, body);
  if (isPetitionAct(act)) return false;
  return conferenceAllowedFrom[act].includes(shown.conference.stage) && ofConference[act](shown, body);
}

function isPetitionAct(act: LinkedAct): act is PetitionAct {
  return act in ofPetition;
}

/** The command of an act, as the API has it for accounts: one schema, one permission, one split for both. */
export function commandRowOf(act: LinkedAct): CommandRow {
  return isPetitionAct(act) ? petitionCommands[act] : conferenceCommands[act];
}
