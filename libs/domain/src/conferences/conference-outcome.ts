import type { Decision, Facts } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import type { Tell } from '../cases/tell.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, conferenceCommandRules, refused, wrongDate, type Asked } from './conference-asked.js';
import { followedUp } from './conference-follow-up.js';
import { withVersion } from './conference-minutes.js';
import { conferenceDuties, milestoneMet } from './conference-milestones.js';
import { conferenceMilestones } from './conference-terms.js';
import { conclusionKinds, type PetitionConclusion } from './conclusion.js';
import { conferenceDutyKinds, type Conference, type ConferencePetition } from './conference.js';

/** How a conference was held, and what comes after it (D8.1i, D8.2b, D9, D11.1b, D11.2b). */
export const decideOutcome = { recordHeld, conclude, issueConclusionNotice, issueResultReport, close };

const preparation = conferenceDutyKinds.filter((kind) => conferenceMilestones[kind].isPreparation);

/** D9: what was not prepared cannot be any more, and is named; the limits after it count from the day that was set. */
function recordHeld({ state, command, at, on }: Asked<'recordHeld'>): Decision<Conference> {
  const { heldOn, absent = [], hasMinutes = false } = command;
  if (on < state.on) return refused('conference.day_not_come', command.kind);
  const wrong = wrongDate(heldOn, { notBefore: state.on, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const unmet = state.duties.filter(({ kind }) => preparation.includes(kind));
  const dropped = unmet.filter(({ missedAt }) => missedAt === null);
  const met = milestoneMet({ ...state, stage: 'held', heldOn }, 'recordOutcome', { actOn: on });
  const facts = { heldOn, isLate: met.isLate, unmet: kindsOf(unmet), dropped: kindsOf(dropped) };
  const prepared = conferenceDuties.discharged(met.state, ...preparation);
  const after = hasMinutes ? withVersion(prepared) : prepared;
  return accepted(
    'held',
    {
      at,
      rule: 'D9',
      facts: { ...facts, ...minutesAndAbsences(command, after) },
      state: after,
    },
    { notices: absencesOf(heldOn, absent) },
  );
}

/** Only what was said: histories of conferences that were held before keep what they say. */
function minutesAndAbsences(
  { absent = [], hasMinutes = false }: Asked<'recordHeld'>['command'],
  { minutes }: Conference,
): Facts {
  return {
    ...(absent.length > 0 ? { absent: absent.join(' ') } : {}),
    // D8.3b: of a dialogue that had failed there may be minutes already.
    ...(hasMinutes ? { minutesVersion: minutes?.versions ?? 1 } : {}),
  };
}

/** D10.3a: who sent nobody is reported to the host. */
function absencesOf(conferenceOn: LocalDate, absent: readonly OrganisationCode[]): readonly Notice[] {
  if (absent.length === 0) return [];
  const letter = { kind: 'absencesReported', conferenceOn, absent } as const;
  return [{ key: `absencesReported/${conferenceOn}`, letter, recipients: ['host', 'monitor'] }];
}

/** D9: one conclusion for each petition of the conference; each is told its own. */
function conclude({ state, command, at, on }: Asked<'conclude'>): Decision<Conference> {
  const { conclusions } = command;
  const wrong = wrongConclusions(state, conclusions, on);
  if (wrong !== null) return refused(wrong, command.kind);
  const after: Conference = {
    ...state,
    stage: 'followUp',
    names: { ...namesOf(conclusions), ...state.names },
    petitions: state.petitions.map((petition) => concluded(petition, conclusions)),
  };
  const heldOn = state.heldOn ?? state.on;
  const tells = conclusions.map(({ petitionId, conclusion }): Tell => ({
    caseKind: 'petition',
    caseId: petitionId,
    command: { kind: 'conferenceConcluded', conferenceId: state.id, heldOn, conclusion },
  }));
  const facts = countsOf(conclusions);
  return accepted('concluded', { at, rule: 'D9', facts, state: followedUp(after) }, { tells });
}

/** D8.1i, D11.1b: the Front and the monitor get a copy, to supervise what was concluded. */
function issueConclusionNotice({ state, command, at, on }: Asked<'issueConclusionNotice'>): Decision<Conference> {
  const { document } = command;
  if (state.conclusionNotice !== null) return refused('conference.already_issued', command.kind);
  const wrong = wrongDate(document.signedOn, { notBefore: state.heldOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const met = milestoneMet({ ...state, conclusionNotice: document }, 'issueConclusionNotice', { actOn: on });
  const facts = { documentNumber: document.number, documentOn: document.signedOn, isLate: met.isLate };
  const conferenceOn = state.heldOn ?? state.on;
  return accepted(
    'conclusionNoticeIssued',
    { at, rule: 'D8.1i', facts, state: met.state },
    {
      notices: [
        {
          key: 'conclusionNotice',
          letter: { kind: 'conclusionNotice', conferenceOn, document },
          recipients: ['front', 'monitor'],
        },
      ],
    },
  );
}

/** D8.2b, D11.2b: every host reports the results, by the same way. */
function issueResultReport({ state, command, at, on }: Asked<'issueResultReport'>): Decision<Conference> {
  const { document } = command;
  if (state.resultReport !== null) return refused('conference.already_issued', command.kind);
  const wrong = wrongDate(document.signedOn, { notBefore: state.heldOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const met = milestoneMet({ ...state, resultReport: document }, 'issueResultReport', { actOn: on });
  const facts = { documentNumber: document.number, documentOn: document.signedOn, isLate: met.isLate };
  const rule = state.host === 'departmentHead' ? 'D8.2b' : conferenceCommandRules[command.kind];
  const conferenceOn = state.heldOn ?? state.on;
  return accepted(
    'resultReportIssued',
    { at, rule, facts, state: met.state },
    {
      notices: [
        {
          key: 'resultReport',
          letter: { kind: 'resultReport', conferenceOn, document },
          recipients: ['resultAddressee'],
        },
      ],
    },
  );
}

/** D11.3: nothing is closed while somebody still owes something; petitions live on by themselves. */
function close({ state, command, at }: Asked<'close'>): Decision<Conference> {
  if (state.duties.length > 0) return refused('conference.duties_open', command.kind);
  const facts = { petitions: state.petitions.length, hasFinding: state.hasFinding };
  return accepted('closed', { at, rule: 'D11.3', facts, state: { ...state, stage: 'closed', endedAt: at } });
}

function wrongConclusions(
  { petitions }: Conference,
  conclusions: readonly PetitionConclusion[],
  on: LocalDate,
): DomainErrorCode | null {
  const awaited = petitions.filter(({ conclusion }) => conclusion === null).map(({ id }) => id);
  const given = conclusions.map(({ petitionId }) => petitionId);
  const isForeign = (id: string, index: number): boolean => !awaited.includes(id) || given.indexOf(id) !== index;
  if (given.some(isForeign)) return 'conference.conclusion_of_another';
  if (given.length < awaited.length) return 'conference.conclusions_incomplete';
  // D10.1b: what is put off comes back on a day to come.
  const isPast = ({ conclusion }: PetitionConclusion): boolean =>
    conclusion.kind === 'defer' && conclusion.reviewOn <= on;
  return conclusions.some(isPast) ? 'conference.review_in_past' : null;
}

function concluded(petition: ConferencePetition, conclusions: readonly PetitionConclusion[]): ConferencePetition {
  const own = conclusions.find(({ petitionId }) => petitionId === petition.id);
  return own === undefined ? petition : { ...petition, conclusion: own.conclusion.kind };
}

/** D10.1c: the authorities that matters were referred to come into the case with their names. */
function namesOf(conclusions: readonly PetitionConclusion[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    conclusions.flatMap(({ conclusion }) => (conclusion.kind === 'refer' ? [[conclusion.to, conclusion.toName]] : [])),
  );
}

function countsOf(conclusions: readonly PetitionConclusion[]): Facts {
  const count = (kind: string): number => conclusions.filter(({ conclusion }) => conclusion.kind === kind).length;
  return Object.fromEntries(conclusionKinds.map((kind) => [kind, count(kind)]));
}

function kindsOf(duties: readonly { readonly kind: string }[]): string {
  return duties.map(({ kind }) => kind).join(' ');
}
