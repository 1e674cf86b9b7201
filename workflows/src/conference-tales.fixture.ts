import { localDate, type ConferenceCommand, type ConferencePlan } from '@dialogue/domain';
import { aBody, aConferenceCommand, aDocument, anOrganisation } from '@dialogue/testing/builders';
import type { ConferenceStory } from '@dialogue/testing/cases';

import type { ConferenceDays } from './conference-days.fixture.js';
import type { Act, DutyDays, Tale } from './duty-days.fixture.js';

/** A tale, and the conference that it is about. */
export interface ConferenceTale extends Tale<ConferenceStory> {
  readonly plan: Partial<ConferencePlan>;
}

/** Stories that leave every milestone undone, each at least once. */
export function conferenceTales(days: ConferenceDays): readonly ConferenceTale[] {
  const { plannedOn, conferenceOn, farOn, demandedOn, postponedOn } = days;
  const far = { on: localDate(farOn) };
  const soon = { on: localDate(conferenceOn) };
  const demand = { by: aBody('SL-UBND').code, document: aDocument('3/CV', demandedOn) };
  const { answerDemand, supplyOpinions, prepareAnswers, confirmAttendance, setNewDate, awaitDirection, ...planned } =
    days.of;
  const { recordOutcome, followUpPetitions, issueConclusionNotice, issueResultReport, recordInternalReview } = planned;
  return [
    { name: 'prepared by nobody', plan: soon, acts: [planning(plannedOn)], owes: planned },
    {
      name: 'answered by no body, and forgotten afterwards',
      plan: soon,
      acts: [planning(plannedOn), ...preparing(days)],
      owes: {
        ...ofEach(['SL-STC', 'SL-SYT'], { supplyOpinions, prepareAnswers }),
        ...ofEach(['SL-STC', 'SL-MTTQ'], { confirmAttendance }),
        ...{ recordOutcome, followUpPetitions, issueConclusionNotice, issueResultReport, recordInternalReview },
      },
    },
    {
      name: 'failed, with no direction of the superior',
      plan: soon,
      acts: [planning(plannedOn), ...preparing(days), ...answering(plannedOn), failing(conferenceOn)],
      owes: { followUpPetitions, awaitDirection },
    },
    {
      name: 'demanded, with no answer of the unit',
      plan: { ...far, kind: 'adHoc', field: 'economy', demand },
      acts: [act(demandedOn, 'adHocDemanded', { kind: 'demandAdHoc', by: aBody('SL-UBND') })],
      owes: { answerDemand },
    },
    {
      name: 'postponed, with no new day',
      plan: far,
      acts: [planning(plannedOn), act(postponedOn, 'postponed', { kind: 'postpone' })],
      owes: { setNewDate },
    },
  ];
}

const petitions = [
  { petitionId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0001', agency: aBody('SL-STC', 'Sở Tài chính') },
  { petitionId: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0002', agency: aBody('SL-SYT', 'Sở Y tế') },
] as const;

function act(on: string, event: string, command: ConferenceCommand): Act<ConferenceStory> {
  return { on, event, carryOut: async (story) => story.send(command.kind, command) };
}

function planning(on: string): Act<ConferenceStory> {
  return act(on, 'planned', { kind: 'plan' });
}

/** The lead office does on the first day whatever is its own. */
function preparing({ plannedOn: on, conferenceOn }: ConferenceDays): readonly Act<ConferenceStory>[] {
  const document = aDocument('45/UBND', on);
  const attached = { path: 'briefing', isRaised: false, conferenceOn: localDate(conferenceOn) } as const;
  return [
    act(on, 'planApproved', { kind: 'approvePlan', document }),
    act(on, 'opinionsRequested', { kind: 'requestOpinions', bodies: petitions.map(({ agency }) => agency) }),
    ...petitions.map(({ petitionId }) =>
      act(on, 'petitionAttached', { kind: 'petitionAttached', petitionId, number: 'KN-2026-000001', ...attached }),
    ),
    act(on, 'situationReported', { kind: 'recordSituationReport', by: aBody('SL-MTTQ'), document }),
    act(on, 'aggregateReportIssued', { kind: 'issueAggregateReport', document, allocations: petitions }),
    act(on, 'helpersNamed', { kind: 'nameHelpers', helpers: 2 }),
    act(on, 'invitationsSent', { kind: 'sendInvitations', guests: [aBody('SL-STC'), aBody('SL-MTTQ')] }),
    act(on, 'briefingHeld', { kind: 'holdBriefing', heldOn: localDate(on) }),
  ];
}

/** The bodies do the same. */
function answering(on: string): readonly Act<ConferenceStory>[] {
  const none = { receivedOn: localDate(on), isNone: true };
  return [
    ...petitions.flatMap(({ petitionId, agency }) => [
      act(on, 'opinionsReceived', { kind: 'recordOpinionsReceived', body: agency.code, ...none }),
      act(on, 'answerPrepared', { kind: 'recordPreparedAnswer', petitionId, agency }),
    ]),
    act(on, 'attendanceConfirmed', aConferenceCommand('confirmAttendance')),
    act(on, 'attendanceDeclined', aConferenceCommand('declineAttendance', { body: anOrganisation('SL-MTTQ') })),
  ];
}

function failing(on: string): Act<ConferenceStory> {
  return act(on, 'failed', {
    kind: 'recordFailed',
    failedOn: localDate(on),
    document: aDocument('97/BC-UBND', on),
  });
}

/** What each of these bodies owes, by the name of the duty. */
function ofEach(
  bodies: readonly string[],
  duties: Readonly<Record<string, DutyDays>>,
): Readonly<Record<string, DutyDays>> {
  return Object.fromEntries(
    Object.entries(duties).flatMap(([kind, days]) => bodies.map((body) => [`${kind}.${body}`, days])),
  );
}
