import type { Decision } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import { discharged, dutyOf, owing, withBreachKept, withoutRound } from './petition-duties.js';
import { dutyEnded, toPetitioner } from './petition-notices.js';
import { conclusionIsTold } from './petition-telling.js';
import type { Assignment, Petition } from './petition.js';

/** How a petition is given to an agency, and to another (D11.1b). */
export const decideAssignment = { assign, reassign };

/** D11.1b: one lead agency; the Front and the monitor get a copy to supervise; the person is told. */
function assign(asked: Asked<'assign'>): Decision<Petition> {
  return given(asked, 'assigned');
}

/** D11.1b, D11.1c: to another agency: a new receipt and a new clock; a breach stays, and the old agency is told. */
function reassign(asked: Asked<'reassign'>): Decision<Petition> {
  const { state, command } = asked;
  if (state.assignment?.agency === command.agency) return refused('petition.agency_unchanged', 'D11.1b');
  return given({ ...asked, state: withoutRound(state) }, 'reassigned', state);
}

/** What an assignment says, whether it is the first of the petition or takes it from another agency. */
interface Giving extends Pick<Asked<'assign'>, 'state' | 'at' | 'on'> {
  readonly command: Omit<Asked<'assign'>['command'], 'kind'>;
}

function given(
  { state, command, at, on }: Giving,
  event: 'assigned' | 'reassigned',
  before: Petition = state,
): Decision<Petition> {
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
  const assigned: Petition = {
    ...withBreachKept(readyToAssign(state)),
    stage: 'assigned',
    rounds: round,
    assignment,
    names: { ...state.names, [agency]: agencyName },
  };
  const after = owing(assigned, 'receipt', { anchorOn: on });
  const facts = { agency, documentNumber: document.number, documentOn: document.signedOn, round };
  const notices = [...assignmentNotices(after, assignment), ...takenBack(before, agency)];
  return accepted(event, { at, rule: 'D11.1b', facts, state: after }, notices);
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

/** D10.1b: whoever had it before, be it while it was put off, hears that another has it now. */
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
