import { dutyName } from '../cases/duty.js';
import type { Decision } from '../cases/case-machine.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import type { Direction } from './conference-day-commands.js';
import { followedUp } from './conference-follow-up.js';
import { askedAgain, revised } from './conference-guests.js';
import {
  conferenceDuties,
  milestoneMet,
  milestonesRenumbered,
  owingFrom,
  owingMilestone,
} from './conference-milestones.js';
import { answersOwed, opinionsOwedAgain } from './conference-opinions.js';
import { movedNotices, tellPath, toPetitions } from './conference-tells.js';
import { conferenceMilestones } from './conference-terms.js';
import { conferenceDutyKinds, type Conference, type ConferenceDuty, type ConferenceDutyKind } from './conference.js';

/** A dialogue that fails: minutes, a report to the superior, and the wait for a direction (D8.3b). */
export const decideFailure = { recordFailed, recordDirection };

/**
 * D8.3b. D11.1b counts on from the day of the dialogue, whatever became of it; everything else waits for the direction.
 */
function recordFailed({ state, command, at, on }: Asked<'recordFailed'>): Decision<Conference> {
  const wrong = wrongFailure(state, command, on);
  if (wrong !== null) return refused(wrong, command.kind);
  const { failedOn, document } = command;
  const unmet = openPreparation(state);
  const { isLate, state: recorded } = outcomeRecorded(state, on);
  const failed: Conference = {
    ...withFollowUpOnly(recorded),
    ...{ stage: 'awaitingDirection', heldOn: null, failure: { failedOn, recordedOn: on, document, unmet } },
  };
  const after = followedUp(owingFrom(failed, 'awaitDirection', on));
  const facts = { failedOn, documentNumber: document.number, documentOn: document.signedOn };
  return accepted(
    'failed',
    { at, rule: 'D8.3b', facts: { ...facts, isLate, unmet: unmet.map(dutyName).join(' ') }, state: after },
    {
      notices: [
        {
          // It may fail again on the day that the superior has set.
          key: `failureReport/${String(state.moves)}`,
          letter: { kind: 'failureReport', conferenceOn: failedOn, document },
          recipients: ['superior'],
        },
      ],
      tells: toPetitions(state, { kind: 'conferencePostponed', conferenceId: state.id, failedOn }),
    },
  );
}

function recordDirection({ state, command, at, on }: Asked<'recordDirection'>): Decision<Conference> {
  const { document, direction } = command;
  const conferenceOn = state.failure?.failedOn ?? state.on;
  const wrong = wrongDate(document.signedOn, { notBefore: conferenceOn, on }) ?? wrongDay(direction, on);
  if (wrong !== null) return refused(wrong, command.kind);
  const after = directed(state, direction, { at, on });
  const newOn = direction.kind === 'newDate' ? direction.on : null;
  const facts = { direction: direction.kind, documentNumber: document.number, documentOn: document.signedOn, newOn };
  return accepted(
    'directionRecorded',
    { at, rule: 'D8.3b', facts, state: after },
    {
      notices: [
        {
          key: `directionGiven/${String(state.moves)}`,
          letter: { kind: 'directionGiven', conferenceOn, newOn, document },
          recipients: ['leadOffice', 'host'],
        },
        ...(newOn === null ? [] : movedNotices(state, after)),
      ],
      tells: newOn === null ? toPetitions(state, { kind: 'conferenceEnded', conferenceId: state.id }) : tellPath(after),
    },
  );
}

/** Another day is still to come. */
function wrongDay(direction: Direction, on: LocalDate): DomainErrorCode | null {
  return direction.kind === 'newDate' && direction.on <= on ? 'conference.date_in_past' : null;
}

function wrongFailure(
  state: Conference,
  { failedOn, document }: Asked<'recordFailed'>['command'],
  on: LocalDate,
): DomainErrorCode | null {
  if (on < state.on) return 'conference.day_not_come';
  return (
    wrongDate(failedOn, { notBefore: state.heldOn ?? state.on, on }) ??
    wrongDate(document.signedOn, { notBefore: failedOn, on })
  );
}

/** Of one that was held before it turned out to have failed, the outcome is recorded already. */
function outcomeRecorded(state: Conference, on: LocalDate): { readonly isLate: boolean; readonly state: Conference } {
  return state.stage === 'held' ? { isLate: false, state } : milestoneMet(state, 'recordOutcome', { actOn: on });
}

function openPreparation({ duties }: Conference): readonly ConferenceDuty[] {
  return duties.filter(({ kind }) => conferenceMilestones[kind].isPreparation);
}

function withFollowUpOnly(state: Conference): Conference {
  return conferenceDuties.discharged(state, ...conferenceDutyKinds.filter((kind) => kind !== 'followUpPetitions'));
}

/** D8.3b: over, or to be prepared anew: what was not prepared is owed again, and so is all that follows. */
function directed(
  state: Conference,
  direction: Direction,
  { at, on }: Pick<Asked<'recordDirection'>, 'at' | 'on'>,
): Conference {
  if (direction.kind === 'close') return { ...state, stage: 'closed', duties: [], endedAt: at };
  const placed = revised({
    ...state,
    ...{ stage: 'preparing', duties: state.failure?.unmet ?? [], failure: null, failures: (state.failures ?? 0) + 1 },
    ...{ on: direction.on, startsAt: direction.startsAt, moves: state.moves + 1 },
  });
  // D8.1d: of petitions that have left meanwhile nobody prepares an answer.
  const unmet = answersOwed(milestonesRenumbered(placed, on), on);
  const kinds = conferenceDutyKinds.filter((kind) => isOwedAgain(kind, unmet));
  const after = kinds.reduce((current, kind) => owingMilestone(current, kind, { on }), unmet);
  return opinionsOwedAgain(askedAgain(after, on), on);
}

/** What was prepared stays prepared; but the host meets the bodies again before another dialogue (D8.1e). */
function isOwedAgain(kind: ConferenceDutyKind, unmet: Conference): boolean {
  const { begunBy, isPreparation } = conferenceMilestones[kind];
  if (begunBy !== 'plan') return false;
  return !isPreparation || (kind === 'holdBriefing' && conferenceDuties.dutyOf(unmet, kind) === null);
}
