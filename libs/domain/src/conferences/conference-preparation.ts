import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import { codesOf, named, newOnes, toBody } from './conference-bodies.js';
import { cutOffOn } from './conference-facts.js';
import { attendanceOwed, guestEvent } from './conference-guests.js';
import type { ConferenceLetter } from './conference-letters.js';
import { milestoneMet, owingAll } from './conference-milestones.js';
import { opinionsOwed } from './conference-opinions.js';
import { isPlanSubmitted } from './conference-plan.js';
import type { Conference } from './conference.js';

/** How a conference is prepared (D8.1). */
export const decidePreparation = { plan, approvePlan, requestOpinions, holdBriefing, sendInvitations };

/** D4.3: of the organisation whose head hosts. D8.1a: for a day to come, since every milestone counts from it. */
function plan({ state, command, at, on }: Asked<'plan'>): Decision<Conference> {
  const { kind, host, field, organisation, leadOffice, startsAt } = state;
  // D6.2b: an ad hoc conference has exactly one field, a periodic one is open to all.
  if ((kind === 'adHoc') !== (field !== null))
    return { refused: { code: 'conference.transition_refused', rule: 'D6.2b' } };
  if (state.on <= on) return refused('conference.date_in_past', command.kind);
  const after = owingAll({ ...state, stage: 'planning', plannedOn: on }, on);
  const facts = { conferenceOn: state.on, startsAt, kind, host, field, organisation, leadOffice };
  return accepted('planned', { at, rule: 'D8.1a', facts: { ...facts, belated: belatedOf(after) }, state: after });
}

/** D8.1a: the host's approval is known by its document; its day decides whether it came in time. */
function approvePlan({ state, command, at, on }: Asked<'approvePlan'>): Decision<Conference> {
  const { document, asSubmitted } = command;
  if (asSubmitted === true && !isPlanSubmitted(state)) return refused('conference.plan_not_submitted', command.kind);
  const wrong = wrongDate(document.signedOn, { notBefore: null, on });
  if (wrong !== null) return refused(wrong, command.kind);
  // A plan may be on paper before it is a case.
  const { plannedOn } = state;
  const approvedOn = plannedOn !== null && document.signedOn < plannedOn ? plannedOn : document.signedOn;
  const met = milestoneMet({ ...state, stage: 'preparing' }, 'approvePlan', { actOn: approvedOn });
  const facts = { documentNumber: document.number, documentOn: document.signedOn, isLate: met.isLate };
  const letter: ConferenceLetter = { kind: 'planApproved', conferenceOn: state.on, document };
  return accepted(
    'planApproved',
    { at, rule: 'D8.1a', facts, state: met.state },
    { notices: [{ key: 'planApproved', letter, recipients: ['leadOffice', 'host'] }] },
  );
}

/** D8.1b: to each body once; the milestone is met with the first request. */
function requestOpinions({ state, command, at, on }: Asked<'requestOpinions'>): Decision<Conference> {
  const bodies = newOnes(command.bodies, state.asked);
  if (bodies.length === 0) return refused('conference.nobody_new', command.kind);
  const met = milestoneMet(named(state, bodies), 'requestOpinions', { actOn: on });
  const after = opinionsOwed({ ...met.state, asked: [...state.asked, ...codesOf(bodies)] }, on);
  const facts = { bodies: codesOf(bodies).join(' '), cutOffOn: cutOffOn(state), isLate: met.isLate };
  const request = { kind: 'opinionsRequested', conferenceOn: state.on, cutOffOn: cutOffOn(state) } as const;
  return accepted(
    'opinionsRequested',
    { at, rule: 'D8.1b', facts, state: after },
    { notices: codesOf(bodies).map((agency) => toBody(request.kind, { ...request, agency })) },
  );
}

/** D8.1e: late is possible, and recorded as late. */
function holdBriefing({ state, command, at, on }: Asked<'holdBriefing'>): Decision<Conference> {
  const { heldOn } = command;
  const wrong = wrongDate(heldOn, { notBefore: state.plannedOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const { isLate, isFinding, state: met } = milestoneMet(state, 'holdBriefing', { actOn: heldOn });
  const after: Conference = { ...met, briefedOn: state.briefedOn ?? heldOn };
  const onList = after.petitions.filter(({ path }) => path === 'briefing').length;
  return accepted('briefingHeld', {
    at,
    rule: 'D8.1e',
    facts: { heldOn, petitions: onList, isLate, isFinding },
    state: after,
  });
}

/** D8.1g: to each guest once; late is possible, and recorded as late. */
function sendInvitations({ state, command, at, on }: Asked<'sendInvitations'>): Decision<Conference> {
  const guests = newOnes(command.guests, state.guests);
  if (guests.length === 0) return refused('conference.nobody_new', command.kind);
  const met = milestoneMet(named(state, guests), 'sendInvitations', { actOn: on });
  const invited = { guests: [...state.guests, ...codesOf(guests)], invitedOn: state.invitedOn ?? on };
  const after = attendanceOwed({ ...met.state, ...invited }, on);
  const facts = { guests: codesOf(guests).join(' '), isLate: met.isLate, isFinding: met.isFinding };
  const invitation = { kind: 'invitation', conferenceOn: state.on, startsAt: state.startsAt } as const;
  return accepted(
    'invitationsSent',
    { at, rule: 'D8.1g', facts, state: after },
    {
      notices: codesOf(guests).map((agency) =>
        toBody(invitation.kind, { ...invitation, agency, ...guestEvent(after, agency) }),
      ),
    },
  );
}

function belatedOf({ duties }: Conference): string {
  return duties
    .filter(({ isBelated }) => isBelated === true)
    .map(({ kind }) => kind)
    .join(' ');
}
