import type { Decision } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import type { NamedBody } from '../conferences/conference-commands.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked } from './petition-asked.js';
import { daysOf, discharged, dutyOf, owing, withBreachKept, withoutRound } from './petition-duties.js';
import { dutyEnded, toPetitioner } from './petition-notices.js';
import { conclusionIsTold } from './petition-telling.js';
import type { Assignment, Cooperation, Petition } from './petition.js';

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
  const { agency, agencyName, document, cooperating = [] } = command;
  const bodies = [agency, ...cooperating.map(({ code }) => code)];
  const wrong =
    new Set(bodies).size < bodies.length
      ? 'petition.cooperating_repeated'
      : wrongDate(document.signedOn, { notBefore: state.receivedOn, on });
  if (wrong !== null) return refused(wrong, 'D11.1b');
  const assignment = newRound(state.rounds + 1, command, on);
  const { round } = assignment;
  const assigned: Petition = {
    ...withBreachKept(readyToAssign(state)),
    stage: 'assigned',
    rounds: round,
    assignment,
    names: { ...state.names, [agency]: agencyName, ...namesOf(cooperating) },
  };
  const after = owing(assigned, 'receipt', { anchorOn: on });
  const codes = bodies.slice(1).join(' ');
  const facts = {
    ...{ agency, documentNumber: document.number, documentOn: document.signedOn, round },
    ...(codes === '' ? {} : { cooperating: codes }),
  };
  const notices = [...assignmentNotices(after, assignment), ...takenBack(before, bodies)];
  return accepted(event, { at, rule: 'D11.1b', facts, state: after }, notices);
}

/** Nobody has received it, nobody has answered. */
function newRound(
  round: number,
  { agency, document, cooperating = [] }: Giving['command'],
  assignedOn: LocalDate,
): Assignment {
  return {
    ...{ round, agency, document, assignedOn, receivedOn: null, isReceiptDeemed: false },
    ...{ breachedOn: null, firstAnsweredOn: null, isFirstAnswerLate: false },
    ...(cooperating.length === 0 ? {} : { cooperating: cooperating.map(({ code }) => beginning(code)) }),
  };
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
function takenBack(state: Petition, bodies: readonly OrganisationCode[]): readonly Notice[] {
  return dutyEnded(state, 'reassigned', { except: bodies });
}

function beginning(agency: OrganisationCode): Cooperation {
  return { agency, document: null, contributedOn: null, isLate: false, timesTold: 0 };
}

function namesOf(bodies: readonly NamedBody[]): Readonly<Record<string, string>> {
  return Object.fromEntries(bodies.map(({ code, name }) => [code, name]));
}

function assignmentNotices(state: Petition, assignment: Assignment): readonly Notice[] {
  const { round, agency, document, assignedOn, cooperating = [] } = assignment;
  const { workingDays } = state.terms.duties.answer;
  const receiptDueOn = dutyOf(state, 'receipt')?.dueOn ?? assignedOn;
  const key = `/${String(round)}`;
  return [
    {
      key: `assigned${key}`,
      letter: { kind: 'assigned', agency, document, receiptDueOn, workingDays },
      recipients: ['handler', 'agencyHead'],
    },
    ...cooperating.map((each): Notice => ({
      key: `cooperationAsked${key}/${each.agency}`,
      letter: {
        ...{ kind: 'cooperationAsked', agency: each.agency, lead: agency, document },
        workingDays: daysOf(state, 'contribute'),
      },
      recipients: ['handler', 'agencyHead'],
    })),
    {
      key: `assignmentCopy${key}`,
      letter: { kind: 'assignmentCopy', agency, document, workingDays },
      recipients: ['front', 'monitor'],
    },
    ...toPetitioner(state, `assignmentTold${key}`, { kind: 'assignmentTold', agency, assignedOn, workingDays }),
  ];
}
