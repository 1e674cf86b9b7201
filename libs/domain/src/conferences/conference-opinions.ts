import type { Decision } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import { named, toBody } from './conference-bodies.js';
import type { Allocation } from './conference-commands.js';
import { cutOffOn } from './conference-facts.js';
import {
  conferenceDuties,
  isMilestoneKnown,
  milestoneDue,
  milestoneMet,
  owingMilestone,
} from './conference-milestones.js';
import type { Conference, ConferencePetition } from './conference.js';

/** What the people want to speak of, who studies it, and what is answered (D8.1b, D8.1c, D8.1d, D13.3). */
export const decideOpinions = {
  recordOpinionsReceived,
  issueAggregateReport,
  recordPreparedAnswer,
  recordSituationReport,
};

/** D8.1b: each body that was asked and has not answered owes its answer until the cut-off. @throws CalendarExceeded */
export function opinionsOwed(state: Conference, on: LocalDate): Conference {
  const answered = (state.opinions ?? []).map(({ body }) => body);
  return state.asked
    .filter((body) => !answered.includes(body))
    .filter((body) => conferenceDuties.dutyOf(state, 'supplyOpinions', body) === null)
    .reduce((current, body) => owingMilestone(current, 'supplyOpinions', { on, body }), state);
}

/** D8.1b: with another day the cut-off may be still to come for whoever let the first one pass. @throws CalendarExceeded */
export function opinionsOwedAgain(state: Conference, on: LocalDate): Conference {
  return state.stage === 'preparing' && cutOffOn(state) >= on ? opinionsOwed(state, on) : state;
}

/** D8.1b: a body has answered, also that it has none; a later answer takes the place of the earlier. */
function recordOpinionsReceived({ state, command, at, on }: Asked<'recordOpinionsReceived'>): Decision<Conference> {
  const { body, receivedOn, isNone } = command;
  if (!state.asked.includes(body)) return refused('conference.body_not_asked', command.kind);
  const wrong = wrongDate(receivedOn, { notBefore: state.plannedOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const { isLate, state: met } = milestoneMet(state, 'supplyOpinions', { actOn: receivedOn, body });
  const others = (state.opinions ?? []).filter((each) => each.body !== body);
  const opinions = [...others, { body, receivedOn, isNone }];
  const left = state.asked.filter((each) => !opinions.some((received) => received.body === each)).length;
  const facts = { body, receivedOn, isNone, isLate, left };
  return accepted('opinionsReceived', { at, rule: 'D8.1b', facts, state: { ...met, opinions } });
}

/** D8.1c: to the host, and to each body that is to prepare an answer. A further report adds what came after the first. */
function issueAggregateReport({ state, command, at, on }: Asked<'issueAggregateReport'>): Decision<Conference> {
  const { document, allocations } = command;
  const wrong =
    wrongDate(document.signedOn, { notBefore: state.plannedOn, on }) ?? wrongAllocations(state, allocations);
  if (wrong !== null) return refused(wrong, command.kind, wrong === 'conference.urgency_missing' ? 'D8.2a' : 'D8.1c');
  const met = milestoneMet(state, 'issueAggregateReport', { actOn: on });
  const bodies = allocations.flatMap(({ agency }) => (agency === null ? [] : [agency]));
  const petitions = state.petitions.map((petition) => allocated(petition, allocations));
  const aggregatedOn = state.aggregatedOn ?? on;
  const after = answersOwed(named({ ...met.state, petitions, aggregatedOn }, bodies), on);
  const facts = {
    ...{ documentNumber: document.number, documentOn: document.signedOn, isLate: met.isLate },
    ...{ petitions: allocations.length, isFurther: state.aggregatedOn !== undefined },
    beyondAuthority: allocations.filter(({ agency }) => agency === null).length,
  };
  return accepted(
    'aggregateReportIssued',
    { at, rule: 'D8.1c', facts, state: after },
    { notices: reportNotices(after, command) },
  );
}

/** D8.1d: an agency that has prepared all its answers owes no more. */
function recordPreparedAnswer({ state, command, at, on }: Asked<'recordPreparedAnswer'>): Decision<Conference> {
  const { petitionId, agency } = command;
  const petition = state.petitions.find(({ id }) => id === petitionId);
  if (petition === undefined) return refused('conference.petition_of_another', command.kind);
  const { preparation } = petition;
  if (preparation !== undefined && preparation.agency !== agency.code)
    return refused('conference.prepared_by_another', command.kind);
  const prepared = { ...preparation, agency: agency.code, preparedOn: on };
  const petitions = state.petitions.map((each) => (each.id === petitionId ? { ...each, preparation: prepared } : each));
  const isLate = isMilestoneKnown(state, 'prepareAnswers') && milestoneDue(state, 'prepareAnswers', on).isBelated;
  const after = answersOwed(named({ ...state, petitions }, [agency]), on);
  const facts = { petitionId, agency: agency.code, isLate, left: unprepared(after).length };
  return accepted('answerPrepared', { at, rule: 'D8.1d', facts, state: after });
}

/** D13.3: to the committee, shared with the authority; more than one body may report. */
function recordSituationReport({ state, command, at, on }: Asked<'recordSituationReport'>): Decision<Conference> {
  const { by, document } = command;
  const wrong = wrongDate(document.signedOn, { notBefore: null, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const met = milestoneMet(named(state, [by]), 'reportSituation', { actOn: on });
  const situationReports = [...(state.situationReports ?? []), by.code];
  const facts = { by: by.code, documentNumber: document.number, documentOn: document.signedOn, isLate: met.isLate };
  return accepted(
    'situationReported',
    { at, rule: 'D13.3', facts, state: { ...met.state, situationReports } },
    {
      notices: [
        {
          key: `situationReported/${String(situationReports.length)}`,
          letter: { kind: 'situationReported', conferenceOn: state.on, by: by.code, document },
          recipients: ['host', 'leadOffice'],
        },
      ],
    },
  );
}

/** Who has petitions to prepare owes it; who has none any more does not (D8.1d). @throws CalendarExceeded */
export function answersOwed(state: Conference, on: LocalDate): Conference {
  if (state.stage !== 'preparing') return state;
  const owing = new Set(unprepared(state).flatMap(({ preparation }) => preparation?.agency ?? []));
  const done = state.duties.flatMap(({ kind, body }) =>
    kind === 'prepareAnswers' && body !== undefined && !owing.has(body) ? [body] : [],
  );
  const rest = done.reduce((current, body) => conferenceDuties.dischargedBy(current, 'prepareAnswers', body), state);
  return [...owing]
    .filter((body) => conferenceDuties.dutyOf(rest, 'prepareAnswers', body) === null)
    .reduce((current, body) => owingMilestone(current, 'prepareAnswers', { on, body }), rest);
}

/** D8.1e: shown to the host when it came after the briefing; each time under another key. */
export function briefingAddition(state: Conference, petitionNumber: string): Notice {
  return {
    key: `addedToBriefing/${String(state.addedToBriefing)}`,
    letter: { kind: 'addedToBriefing', conferenceOn: state.on, petitionNumber },
    recipients: ['host', 'leadOffice'],
  };
}

function unprepared({ petitions }: Conference): readonly ConferencePetition[] {
  return petitions.filter(({ preparation }) => preparation?.agency != null && preparation.preparedOn === null);
}

function wrongAllocations({ petitions, host }: Conference, allocations: readonly Allocation[]): DomainErrorCode | null {
  const ids = allocations.map(({ petitionId }) => petitionId);
  const known = petitions.map(({ id }) => id);
  if (ids.some((id, place) => ids.indexOf(id) < place || !known.includes(id))) return 'conference.petition_of_another';
  // D8.1c: every one of the list is given to somebody.
  const isLeftOut = ({ id, path, preparation }: ConferencePetition): boolean =>
    path === 'briefing' && preparation === undefined && !ids.includes(id);
  if (petitions.some(isLeftOut)) return 'conference.allocations_incomplete';
  // D8.2a: each content of a department's conference by how pressing it is.
  const isClassed = host !== 'departmentHead' || allocations.every(({ urgency }) => urgency !== undefined);
  return isClassed ? null : 'conference.urgency_missing';
}

/** Given to another agency, it is to be prepared anew. */
function allocated(petition: ConferencePetition, allocations: readonly Allocation[]): ConferencePetition {
  const allocation = allocations.find(({ petitionId }) => petitionId === petition.id);
  if (allocation === undefined) return petition;
  const agency = allocation.agency?.code ?? null;
  const preparedOn = petition.preparation?.agency === agency ? petition.preparation.preparedOn : null;
  const urgency = allocation.urgency === undefined ? {} : { urgency: allocation.urgency };
  return { ...petition, preparation: { agency, preparedOn, ...urgency } };
}

function reportNotices(
  state: Conference,
  { document, allocations }: Asked<'issueAggregateReport'>['command'],
): readonly Notice[] {
  const conferenceOn = state.on;
  // A number of the register is not used twice, but nothing keeps an office from it.
  const key = `aggregateReport/${String(state.dutiesSoFar)}/${document.number}/${document.signedOn}`;
  const agencies = new Set<OrganisationCode>(allocations.flatMap(({ agency }) => agency?.code ?? []));
  return [
    { key, letter: { kind: 'aggregateReport', conferenceOn, document }, recipients: ['host', 'leadOffice'] },
    ...[...agencies].map((agency) => {
      const duty = conferenceDuties.dutyOf(state, 'prepareAnswers', agency);
      return toBody(key, {
        ...{ kind: 'answersToPrepare', agency, conferenceOn, document },
        petitions: allocations.filter((each) => each.agency?.code === agency).length,
        dueOn: duty?.dueOn ?? null,
        isProvisional: duty?.isProvisional ?? false,
      });
    }),
  ];
}
