import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import { named } from './conference-bodies.js';
import { tellPath } from './conference-tells.js';
import { conferenceDuties, milestoneMet, owingAll, owingMilestone } from './conference-milestones.js';
import type { Conference } from './conference.js';

/** A head demands that a unit hold an ad hoc dialogue; the unit answers with a day (D8.3a, ADR-0037). */
export const decideDemand = { demandAdHoc, answerDemand };

/** D8.3a: a demand that the unit has not answered with a day: there is nothing yet to plan, to approve or to move. */
export function isDemandOpen({ demand, demandAnsweredOn }: Conference): boolean {
  return demand !== undefined && demandAnsweredOn === undefined;
}

/** The day of the state is the last by which it is to be held; what counts from a day waits for the unit's own. */
function demandAdHoc({ state, command, at, on }: Asked<'demandAdHoc'>): Decision<Conference> {
  const { demand, field, kind, organisation, leadOffice } = state;
  if (demand === undefined || kind !== 'adHoc' || field === null)
    return refused('conference.transition_refused', command.kind);
  if (state.on <= on) return refused('conference.date_in_past', command.kind);
  const wrong = wrongDate(demand.document.signedOn, { notBefore: null, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const begun = named({ ...state, stage: 'planning', plannedOn: on }, [command.by]);
  const after = owingMilestone(begun, 'answerDemand', { on });
  const { document, by } = demand;
  const facts = {
    ...{ by, organisation, leadOffice, field, holdBy: state.on },
    ...{ documentNumber: document.number, documentOn: document.signedOn },
  };
  const dueOn = conferenceDuties.dutyOf(after, 'answerDemand')?.dueOn ?? null;
  return accepted(
    'adHocDemanded',
    { at, rule: 'D8.3a', facts, state: after },
    {
      notices: [
        {
          key: 'adHocDemanded',
          letter: { kind: 'adHocDemanded', conferenceOn: state.on, demandedOn: on, by, document, dueOn },
          recipients: ['host', 'leadOffice'],
        },
      ],
    },
  );
}

/** D8.3a: from the unit's own day every milestone counts. A day after the one demanded is not refused, but told. */
function answerDemand({ state, command, at, on }: Asked<'answerDemand'>): Decision<Conference> {
  const { demand } = state;
  const { on: heldOn, startsAt, document } = command;
  if (demand === undefined || !isDemandOpen(state)) return refused('conference.no_demand', command.kind);
  if (heldOn <= on) return refused('conference.date_in_past', command.kind);
  const wrong = wrongDate(document.signedOn, { notBefore: demand.document.signedOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const { isLate, state: met } = milestoneMet(state, 'answerDemand', { actOn: on });
  const after = owingAll({ ...met, on: heldOn, startsAt, demandAnsweredOn: on }, on);
  const isAfterDemanded = heldOn > state.on;
  const facts = {
    ...{ conferenceOn: heldOn, startsAt, holdBy: state.on, isAfterDemanded, isLate },
    ...{ documentNumber: document.number, documentOn: document.signedOn },
  };
  return accepted(
    'demandAnswered',
    { at, rule: 'D8.3a', facts, state: after },
    {
      notices: [
        {
          key: 'demandAnswered',
          letter: {
            ...{ kind: 'demandAnswered', agency: demand.by, conferenceOn: heldOn, startsAt, document },
            isAfterDemanded,
          },
          recipients: ['agencyHead', 'handler'],
        },
      ],
      tells: heldOn === state.on ? [] : tellPath(after),
    },
  );
}
