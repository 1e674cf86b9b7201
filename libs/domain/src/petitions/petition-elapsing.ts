import type { Transition } from '../cases/case-machine.js';
import { caseDuties } from '../cases/case-duties.js';
import type { Instant } from '../time/instant.js';
import { followingLimit } from './petition-cooperation.js';
import {
  discharged,
  dutyKeeping,
  dutyOf,
  dutyPractice,
  extensionRefused,
  owing,
  receiptNotices,
  withoutRequest,
} from './petition-duties.js';
import { petitionDuties } from './petition-terms.js';
import type { Assignment, Petition, PetitionDuty, PetitionDutyKind } from './petition.js';

const passing = caseDuties<PetitionDutyKind, Petition>({ ...dutyPractice, missed });

/** What the passing of due dates does to a petition, in their order, up to an instant (included). @throws CalendarExceeded */
export function elapse(state: Petition, until: Instant): readonly Transition<Petition>[] {
  return passing.elapse(state, until);
}

function missed(state: Petition, duty: PetitionDuty, at: Instant): Transition<Petition> {
  if (petitionDuties[duty.kind].whenMissed === 'deemReceipt') return deemReceipt(state, duty, at);
  const { assignment } = state;
  // D11.1c: the first answer decides; a later promise that is missed is overdue, but no second breach.
  const isBreach = duty.kind === 'answer' && assignment?.firstAnsweredOn === null && assignment.breachedOn === null;
  const miss = dutyKeeping.recordMiss(state, duty, at);
  const breached: Transition<Petition> = {
    ...miss,
    facts: { ...miss.facts, isBreach },
    state: {
      ...miss.state,
      assignment: isBreach ? { ...assignment, breachedOn: duty.dueOn } : assignment,
    },
  };
  return duty.kind === 'answer' && assignment?.extension != null ? lapsed(breached, duty, assignment) : breached;
}

/** D11.1c: nobody has decided what the agency asked for, and the deadline has come: it counts. */
function lapsed(miss: Transition<Petition>, limit: PetitionDuty, assignment: Assignment): Transition<Petition> {
  const { round, extension } = assignment;
  const number = extension?.number ?? 0;
  return {
    ...miss,
    facts: { ...miss.facts, lapsedExtension: number },
    state: withoutRequest(miss.state),
    notices: [
      ...miss.notices,
      {
        key: `extensionRefused/${String(round)}/${String(number)}`,
        letter: extensionRefused(assignment, limit, { isLapsed: true }),
        recipients: ['handler', 'agencyHead', 'leadOffice', 'host'],
      },
    ],
  };
}

/** D11.1c: nobody acknowledged in the days for it; the receipt counts as given on the last of them. */
function deemReceipt(state: Petition, duty: PetitionDuty, at: Instant): Transition<Petition> {
  const { assignment } = state;
  const receivedOn = duty.dueOn;
  const taken: Petition = {
    ...discharged(state, 'receipt'),
    stage: 'inProgress',
    assignment: assignment === null ? null : { ...assignment, receivedOn, isReceiptDeemed: true },
  };
  const after = owing(taken, 'answer', { anchorOn: receivedOn });
  return followingLimit({
    event: 'receiptDeemed',
    at,
    rule: 'D11.1c',
    facts: { receivedOn, dueOn: dutyOf(after, 'answer')?.dueOn ?? null },
    state: after,
    notices: receiptNotices(after),
  });
}
