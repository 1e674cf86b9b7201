import type { Decision } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import { discharged, dutyOf, owing } from './petition-duties.js';
import { dutyEnded, toPetitioner } from './petition-notices.js';
import { conclusionIsTold } from './petition-telling.js';
import type { Assignment, Petition } from './petition.js';

/** How a petition is given to an agency (D11.1b). */
export const decideAssignment = { assign };

/** D11.1b: one lead agency; the Front and the monitor get a copy to supervise; the person is told. */
function assign({ state, command, at, on }: Asked<'assign'>): Decision<Petition> {
  const { agency, agencyName, document } = command;
  const wrong = wrongDate(document.signedOn, { notBefore: state.receivedOn, on });
  if (wrong !== null) return refused(wrong, 'D11.1b');
  const round = state.rounds + 1;
  const assignment: Assignment = {
    round,
    agency,
    document,
    assignedOn: on,
    receivedOn: null,
    isReceiptDeemed: false,
    breachedOn: null,
    firstAnsweredOn: null,
    isFirstAnswerLate: false,
  };
  const given: Petition = {
    ...readyToAssign(state),
    stage: 'assigned',
    rounds: round,
    assignment,
    names: { ...state.names, [agency]: agencyName },
  };
  const after = owing(given, 'receipt', { anchorOn: on });
  const facts = { agency, documentNumber: document.number, documentOn: document.signedOn, round };
  const notices = [...assignmentNotices(after, assignment), ...takenBack(state, agency)];
  return accepted('assigned', { at, rule: 'D11.1b', facts, state: after }, notices);
}

/** What kept it from being assigned is over; by the letter of the assignment the person hears what was concluded. */
function readyToAssign(state: Petition): Petition {
  const ready = discharged(state, 'assign', 'review', 'followReferral');
  const { deferral, referral } = state;
  return {
    ...(state.isReachableByMail ? conclusionIsTold(ready) : ready),
    ...(deferral == null ? {} : { deferral: null }),
    ...(referral == null ? {} : { referral: null }),
  };
}

/** D10.1b: whoever had it while it was put off hears that another has it now. */
function takenBack(state: Petition, agency: Assignment['agency']): readonly Notice[] {
  return state.assignment === null || state.assignment.agency === agency ? [] : dutyEnded(state, 'reassigned');
}

function assignmentNotices(state: Petition, { round, agency, document, assignedOn }: Assignment): readonly Notice[] {
  const { workingDays } = state.terms.duties.answer;
  const receiptDueOn = dutyOf(state, 'receipt')?.dueOn ?? assignedOn;
  const key = `/${String(round)}`;
  return [
    {
      key: `assigned${key}`,
      letter: { kind: 'assigned', agency, document, receiptDueOn, workingDays },
      recipients: ['handler', 'agencyHead'],
    },
    {
      key: `assignmentCopy${key}`,
      letter: { kind: 'assignmentCopy', agency, document, workingDays },
      recipients: ['front', 'monitor'],
    },
    ...toPetitioner(state, `assignmentTold${key}`, { kind: 'assignmentTold', agency, assignedOn, workingDays }),
  ];
}
