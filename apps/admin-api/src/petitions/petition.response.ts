import { petitionDuties } from '@dialogue/domain';
import type { PetitionDetail, PetitionSummary } from '@dialogue/persistence';

import { stageNames } from '../cases/case-sentences.vi.js';
import { iso, isoOrNull, toCaseRecord, toNext, type View, type WorkflowLinks } from '../cases/case.response.js';
import type { PetitionResponse, PetitionSummaryResponse } from './petition.response-schemas.js';

/** A petition as the API shows it: where it stands, who owes what until when by which rule, and what has happened (AP6). */
export function toPetitionResponse(petition: PetitionDetail, view: View): PetitionResponse {
  const { content, isCollective, isWrittenAnswerRequired, isReachableByMail, sequence, toldOn, submittedBy } = petition;
  const { classification, stub, urgency, authority } = petition;
  const { id, agency, leadOffice, organisation, conclusion, conference } = petition;
  return {
    ...toPetitionSummary(petition, view.links),
    ...{ content, isCollective, isWrittenAnswerRequired, isReachableByMail, sequence, toldOn, submittedBy },
    ...{ classification, stub, urgency, authority },
    ...relationsOf(petition),
    conclusion,
    conference: conference === null ? null : { ...conference },
    assignments: petition.assignments.map((assignment) => ({
      ...assignment,
      contributions: [...assignment.contributions],
    })),
    answers: petition.answers.map((answer) => ({ ...answer })),
    ...toCaseRecord(
      {
        ...petition,
        reference: { caseKind: 'petition', caseId: id },
        isProtected: petition.flags.includes('protected'),
      },
      // A host owes as the head of the organisation that was asked (D10.1a).
      { definitions: petitionDuties, debtors: { agency, leadOffice, host: organisation } },
      view,
    ),
  };
}

/** D8.1c: what is answered with it, or it with, and what one letter was split into. */
function relationsOf({
  mergedInto,
  followers,
  splitFrom,
  splitInto,
}: PetitionDetail): Pick<PetitionResponse, 'mergedInto' | 'followers' | 'splitFrom' | 'splitInto'> {
  return { mergedInto, followers: [...followers], splitFrom, splitInto: [...splitInto] };
}

/** One line of a list of petitions. */
export function toPetitionSummary(petition: PetitionSummary, links: WorkflowLinks): PetitionSummaryResponse {
  const { id, number, title, stage, source, category, field, fieldName } = petition;
  const { organisation, leadOffice, agency, flags, receivedOn, answeredOn, resolvedOn } = petition;
  return {
    ...{ id, number, title, stage, stageName: stageNames[stage], source, category, field, fieldName },
    ...{ organisation, leadOffice, agency, flags: [...flags], receivedOn },
    next: toNext(petition, links),
    ...{ answeredOn, resolvedOn },
    submittedAt: iso(petition.submittedAt),
    endedAt: isoOrNull(petition.endedAt),
  };
}
