import { citationOf, conferenceMilestones, formatDay, rowOfCase } from '@dialogue/domain';
import type { ConferenceDetail, ConferenceSummary } from '@dialogue/persistence';

import { conferenceStageNames, stageNames } from '../cases/case-sentences.vi.js';
import { iso, isoOrNull, toCaseRecord, toNext, type View, type WorkflowLinks } from '../cases/case.response.js';
import type { ConferenceResponse, ConferenceSummaryResponse } from './conference.response-schemas.js';

/** A conference as the API shows it: its milestones, whom it has asked and invited, its petitions, what has happened (AP6). */
export function toConferenceResponse(conference: ConferenceDetail, view: View): ConferenceResponse {
  const {
    contents,
    programme,
    participants,
    publicity,
    steps,
    plannedBy,
    sequence,
    invitedOn,
    conclusionNotice,
    resultReport,
  } = conference;
  const { id, leadOffice, organisation } = conference;
  return {
    ...toConferenceSummary(conference, view.links),
    ...{ contents, programme, participants, publicity, plannedBy, sequence, invitedOn, conclusionNotice, resultReport },
    preparation: toPreparation(conference),
    steps: { ...steps, situationReportedBy: steps.situationReportedBy.map((body) => ({ ...body })) },
    bodies: conference.bodies.map((body) => ({ ...body })),
    petitions: conference.petitions.map((petition) => ({ ...petition, stageName: stageNames[petition.stage] })),
    ...toCaseRecord(
      { ...conference, reference: { caseKind: 'conference', caseId: id } },
      { definitions: conferenceMilestones, debtors: { agency: null, leadOffice, host: organisation } },
      view,
    ),
  };
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
  const { id, number, title, kind, host, field, stage, organisation, leadOffice } = conference;
  const { place, on, startsAt, flags, heldOn } = conference;
  return {
    ...{ id, number, title, kind, host, field, stage, stageName: conferenceStageNames[stage] },
    ...{ organisation, leadOffice, place, on, onText: formatDay(on), startsAt, flags: [...flags], heldOn },
    next: toNext(conference, links),
    plannedAt: iso(conference.plannedAt),
    endedAt: isoOrNull(conference.endedAt),
  };
}
