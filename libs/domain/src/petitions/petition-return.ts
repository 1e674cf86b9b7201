import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import { pendingConference } from './petition-conference.js';
import { dutyOf, owing, withBreachKept, withoutRound } from './petition-duties.js';
import { cooperationEnded } from './petition-notices.js';
import type { Petition } from './petition.js';

/** "Not ours": an agency gives back what it was assigned (D11.1b, D11.1c). */
export const decideReturn = { returnAssignment };

/** D11.1b: to be assigned again, unless a conference has it; what was breached in the round stays breached. */
function returnAssignment({ state, at, on }: Asked<'returnAssignment'>): Decision<Petition> {
  const { assignment } = state;
  if (assignment === null) return refused('petition.transition_refused', 'D11.1b');
  const { agency, round, breachedOn } = assignment;
  const back: Petition = {
    ...withBreachKept(withoutRound(state)),
    ...{ stage: 'accepted', assignment: null, answer: null },
  };
  const after = pendingConference(state) === null ? owing(back, 'assign', { anchorOn: on }) : back;
  const duty = dutyOf(after, 'assign');
  const facts = { agency, round, breachedOn, dueOn: duty?.dueOn ?? null };
  return accepted('assignmentReturned', { at, rule: 'D11.1b', facts, state: after }, [
    {
      key: `assignmentReturned/${String(round)}`,
      letter: {
        kind: 'assignmentReturned',
        agency,
        dueOn: duty?.dueOn ?? null,
        isProvisional: duty?.isProvisional === true,
      },
      recipients: ['leadOffice', 'host'],
    },
    ...cooperationEnded(state, 'returned'),
  ]);
}
