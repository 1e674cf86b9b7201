import { addWorkingDays } from '../calendar/calendar-slice.js';
import type { Decision } from '../cases/case-machine.js';
import { moveDuty } from '../cases/duties.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import { dutyKeeping, dutyOf, extensionRefused, extensionTerms, owing, withoutRequest } from './petition-duties.js';
import type { Assignment, ExtensionRequest, Petition, PetitionDuty } from './petition.js';

/** D11.1c: more time, asked for with reason and legal basis before the deadline, and granted or refused by the host. */
export const decideExtension = { requestExtension, grantExtension, refuseExtension };

/** What a request is decided on: the round, what was asked, and the limit as it stands. */
interface Pending {
  readonly assignment: Assignment;
  readonly request: ExtensionRequest;
  readonly limit: PetitionDuty;
}

function requestExtension({ state, command, at, on }: Asked<'requestExtension'>): Decision<Petition> {
  const { assignment } = state;
  const limit = dutyOf(state, 'answer');
  if (assignment === null || limit === null) return refused('petition.transition_refused', 'D11.1c');
  const { wantedOn } = command;
  const wrong = wrongRequest(state, assignment) ?? wrongLimit(state, { limit, newOn: wantedOn });
  if (wrong !== null) return refused(wrong, 'D11.1c');
  const request: ExtensionRequest = { number: (assignment.extensionsAsked ?? 0) + 1, requestedOn: on, wantedOn };
  const asking = { ...state, assignment: { ...assignment, extension: request, extensionsAsked: request.number } };
  const after = owingDecision(asking, { on, limitOn: limit.dueOn });
  const facts = { agency: assignment.agency, extension: request.number, wasDueOn: limit.dueOn, wantedOn };
  return accepted('extensionRequested', { at, rule: 'D11.1c', facts, state: after }, [
    {
      key: keyOf('extensionRequested', { assignment, request }),
      letter: {
        kind: 'extensionRequested',
        agency: assignment.agency,
        wasDueOn: limit.dueOn,
        wantedOn,
        decisionDueOn: dutyOf(after, 'decideExtension')?.dueOn ?? limit.dueOn,
      },
      recipients: ['host', 'leadOffice'],
    },
  ]);
}

/** D11.1c: the limit moves to the day that was granted, and stays that day; escalations are armed for it anew. */
function grantExtension({ state, command, at }: Asked<'grantExtension'>): Decision<Petition> {
  const pending = pendingRequest(state);
  if (pending === null) return refused('petition.extension_not_requested', 'D11.1c');
  const { assignment, request, limit } = pending;
  const newOn = command.newOn ?? request.wantedOn;
  const wrong = wrongLimit(state, { limit, newOn });
  if (wrong !== null) return refused(wrong, 'D11.1c');
  const after = extended(state, pending, { newOn, isProgressReportDue: command.isProgressReportDue });
  const progressDueOn = dutyOf(after, 'reportProgress')?.dueOn ?? null;
  const facts = { agency: assignment.agency, extension: request.number, wasDueOn: limit.dueOn, dueOn: newOn };
  return accepted('extensionGranted', { at, rule: 'D11.1c', facts: { ...facts, progressDueOn }, state: after }, [
    {
      key: keyOf('extensionGranted', pending),
      letter: {
        ...{ kind: 'extensionGranted', agency: assignment.agency, anchorOn: limit.anchorOn },
        ...{ wasDueOn: limit.dueOn, dueOn: newOn, progressDueOn },
        isProvisional: dutyOf(after, 'answer')?.isProvisional === true,
      },
      recipients: ['handler', 'agencyHead', 'leadOffice', 'monitor'],
    },
  ]);
}

function refuseExtension({ state, at }: Asked<'refuseExtension'>): Decision<Petition> {
  const pending = pendingRequest(state);
  if (pending === null) return refused('petition.extension_not_requested', 'D11.1c');
  const { assignment, request, limit } = pending;
  const facts = { agency: assignment.agency, extension: request.number, dueOn: limit.dueOn };
  return accepted('extensionRefused', { at, rule: 'D11.1c', facts, state: withoutRequest(state) }, [
    {
      key: keyOf('extensionRefused', pending),
      letter: extensionRefused(assignment, limit, { isLapsed: false }),
      recipients: ['handler', 'agencyHead', 'leadOffice'],
    },
  ]);
}

function pendingRequest(state: Petition): Pending | null {
  const { assignment } = state;
  const limit = dutyOf(state, 'answer');
  return assignment?.extension == null || limit === null ? null : { assignment, request: assignment.extension, limit };
}

/** The decision is owed in the days for it, and never later than the limit itself: then the limit counts. */
function owingDecision(state: Petition, { on, limitOn }: { on: LocalDate; limitOn: LocalDate }): Petition {
  const owed = owing(state, 'decideExtension', { anchorOn: on });
  const isInTime = (dutyOf(owed, 'decideExtension')?.dueOn ?? limitOn) <= limitOn;
  return isInTime ? owed : owing(state, 'decideExtension', { anchorOn: on, due: { on: limitOn } });
}

function extended(
  state: Petition,
  { assignment, limit }: Pending,
  { newOn, isProgressReportDue }: { readonly newOn: LocalDate; readonly isProgressReportDue: boolean },
): Petition {
  const { workingDays, ...promised } = moveDuty(state.calendar, limit, { anchorOn: limit.anchorOn, dueOn: newOn });
  const decided: Petition = dutyKeeping.withDuty(withoutRequest(state), promised);
  const isFirst = assignment.firstAnsweredOn === null;
  const granted: Petition = {
    ...decided,
    assignment: {
      ...(decided.assignment ?? assignment),
      extensionsGranted: (assignment.extensionsGranted ?? 0) + 1,
      ...(isFirst ? { extendedTo: newOn } : {}),
    },
  };
  // D11.1c: the person is to hear of the progress within the first limit, however much longer the matter takes.
  const isOwed = dutyOf(state, 'reportProgress') !== null || assignment.extendedTo != null;
  if (!isProgressReportDue || !isFirst || isOwed) return granted;
  const due = workingDays === undefined ? { on: limit.dueOn } : { workingDays };
  return owing(granted, 'reportProgress', { anchorOn: limit.anchorOn, due });
}

function wrongRequest(state: Petition, assignment: Assignment): DomainErrorCode | null {
  if (assignment.extension != null) return 'petition.extension_pending';
  const isUsed = (assignment.extensionsGranted ?? 0) >= extensionTerms(state).count;
  return isUsed ? 'petition.extension_used' : null;
}

/** Never after the deadline, never to an earlier day, and by no more working days than the terms allow. */
function wrongLimit(
  state: Petition,
  { limit, newOn }: { readonly limit: PetitionDuty; readonly newOn: LocalDate },
): DomainErrorCode | null {
  if (limit.missedAt !== null) return 'petition.extension_after_deadline';
  if (newOn <= limit.dueOn) return 'petition.extension_not_later';
  const latestOn = addWorkingDays(state.calendar, limit.dueOn, extensionTerms(state).workingDays);
  return newOn > latestOn ? 'petition.extension_too_long' : null;
}

function keyOf(event: string, { assignment, request }: Omit<Pending, 'limit'>): string {
  return `${event}/${String(assignment.round)}/${String(request.number)}`;
}
