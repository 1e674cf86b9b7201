import { citationOf, conferenceMilestones, formatDay, rowOfCase } from '@dialogue/domain';
import type {
  ConferenceDetail,
  ConferencePetitionRow,
  ConferenceSummary,
  MinutesRow,
  MinutesText,
  NoteRow,
} from '@dialogue/persistence';

import { conferenceStageNames, stageNames } from '../cases/case-sentences.vi.js';
import { iso, isoOrNull, toCaseRecord, toNext, type View, type WorkflowLinks } from '../cases/case.response.js';
import type {
  ConferenceResponse,
  ConferenceSummaryResponse,
  MinutesListResponse,
  MinutesResponse,
} from './conference.response-schemas.js';
import { speakingRules } from './conferences.vi.js';

/** A conference as the API shows it: its milestones, whom it has asked and invited, its petitions, what has happened (AP6). */
export function toConferenceResponse(conference: ConferenceDetail, view: View): ConferenceResponse {
  const { contents, programme, participants, publicity, steps, plannedBy, sequence } = conference;
  const { id, leadOffice, organisation, invitedOn, internalReviewOn, conclusionNotice, resultReport } = conference;
  return {
    ...toConferenceSummary(conference, view.links),
    ...{ contents, programme, participants, publicity, plannedBy, sequence },
    ...{ invitedOn, internalReviewOn, conclusionNotice, resultReport },
    preparation: toPreparation(conference),
    steps: { ...steps, situationReportedBy: steps.situationReportedBy.map((body) => ({ ...body })) },
    bodies: conference.bodies.map((body) => ({ ...body })),
    petitions: conference.petitions.map((petition) => toPetition(petition, view)),
    ...toActs(conference),
    ...toCaseRecord(
      { ...conference, reference: { caseKind: 'conference', caseId: id } },
      { definitions: conferenceMilestones, debtors: { agency: null, leadOffice, host: organisation } },
      view,
    ),
  };
}

/** D4.1, D11.1d: who is only asked or invited may not read the petition itself, and what its title tells is withheld with it. */
function toPetition(
  { isWithheld, ...petition }: ConferencePetitionRow,
  { account: { role } }: View,
): ConferenceResponse['petitions'][number] {
  const title = isWithheld && role === 'agency' ? petition.number : petition.title;
  return { ...petition, title, stageName: stageNames[petition.stage] };
}

/** D9, D10.3b, D11.2a, D13.3: who spoke, what was written down, what was remarked and proposed. */
function toActs({
  speakers,
  minutes,
  supervision,
  policyProposals,
}: ConferenceDetail): Pick<
  ConferenceResponse,
  'speakers' | 'speakingRules' | 'minutes' | 'supervision' | 'policyProposals'
> {
  const toNote = ({ at, ...each }: NoteRow): ConferenceResponse['supervision'][number] => ({ ...each, at: iso(at) });
  return {
    speakers: speakers.map((each) => ({ ...each })),
    speakingRules,
    minutes: minutes.map(toMinutesVersion),
    supervision: supervision.map(toNote),
    policyProposals: policyProposals.map(toNote),
  };
}

/** A version of the minutes without its words (D10.3b). */
export function toMinutesVersion(minutes: MinutesRow): MinutesListResponse['items'][number] {
  const { version, savedAt, savedBy, signedOn } = minutes;
  return { version, savedAt: iso(savedAt), savedBy, signedOn };
}

/** A version of the minutes with its words (D10.3b). */
export function toMinutesResponse(minutes: MinutesText): MinutesResponse {
  const { text, proceedings } = minutes;
  return { ...toMinutesVersion(minutes), text, proceedings: proceedings === null ? null : { ...proceedings } };
}

/** D7: as it was when the conference was planned. */
function toPreparation(conference: ConferenceDetail): ConferenceResponse['preparation'] {
  const { hostPost, routingCase, coLeadOffice, coordinating, leadOfficeReason, leadOfficeNamedBy } = conference;
  const row = routingCase === null ? null : rowOfCase(routingCase);
  return {
    ...{ hostPost, coLeadOffice, leadOfficeReason, leadOfficeNamedBy },
    row: row && { case: row.case, rule: row.rule, article: citationOf(row.rule) },
    coordinating: coordinating.map((body) => ({ ...body })),
  };
}

/** One line of a list of conferences. */
export function toConferenceSummary(conference: ConferenceSummary, links: WorkflowLinks): ConferenceSummaryResponse {
  const { id, number, title, kind, host, field, fieldName, stage, organisation, leadOffice } = conference;
  const { place, on, startsAt, flags, heldOn, postponedOn, failedOn } = conference;
  return {
    ...{ id, number, title, kind, host, field, fieldName, stage, stageName: conferenceStageNames[stage] },
    ...{ organisation, leadOffice, place, on, onText: formatDay(on), startsAt, flags: [...flags], heldOn },
    ...{ postponedOn, failedOn },
    next: toNext(conference, links),
    plannedAt: iso(conference.plannedAt),
    endedAt: isoOrNull(conference.endedAt),
  };
}
