import type { Decision } from '../cases/case-machine.js';
import type { Letter } from '../cases/letter.js';
import type { Conclusion } from '../conferences/conclusion.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import { dateAt, type LocalDate } from '../time/local-date.js';
import { accepted, refused, wrongDate, type Asked, type Effect } from './petition-asked.js';
import { discharged, followUpDays, owing, owingClosure } from './petition-duties.js';
import { toPetitioner } from './petition-notices.js';
import type { PetitionOutcome } from './petition-relations.js';
import type { ConferenceLink, NoticeMeans, Petition, PetitionDuty } from './petition.js';

/** What the person is told, and when that is done (D8.1f, D10.1b, D11.1b, D11.1c). */
export const decideTelling = { recordNoticeSent };

/** What was concluded is told under these; an answer under D11.1c, and the written answer under D8.1f. */
const conclusionRules: readonly RuleId[] = ['D11.1b', 'D10.1b'];

/** The open duty to tell the person what was concluded. */
export function conclusionToTell({ duties }: Petition): PetitionDuty | null {
  return duties.find(isConclusionToTell) ?? null;
}

/** D11.1b, D10.1b: the person is to be told, unless that is owed already or has been done. */
export function owingToTell(
  state: Petition,
  from: { readonly anchorOn: LocalDate; readonly rule: RuleId; readonly workingDays?: number },
): Petition {
  if (state.toldOn !== null || conclusionToTell(state) !== null) return state;
  const { anchorOn, rule, workingDays } = from;
  return owing(state, 'tell', { anchorOn, rule, ...(workingDays === undefined ? {} : { due: { workingDays } }) });
}

/** Who was told by letter what was concluded need not be told it again. */
export function conclusionIsTold(state: Petition): Petition {
  return { ...state, duties: state.duties.filter((duty) => !isConclusionToTell(duty)) };
}

/** D11.1b: tells by letter what a conference concluded, where one reaches the person; else that is owed. */
export function tellConclusion(
  state: Petition,
  { link, conclusion, on }: { link: ConferenceLink; conclusion: Conclusion; on: LocalDate },
): Effect {
  const owed = (): Effect => ({ state: owingFollowUp(state, link), notices: [] });
  if (!state.isReachableByMail) return owed();
  // D11.1b: to whom the matter is assigned is what the person is told, by the letter of the assignment.
  if (conclusion.kind === 'assign') return state.assignment === null ? owed() : { state, notices: [] };
  const letter: Letter = {
    kind: 'conclusionTold',
    conclusion: conclusion.kind,
    conferenceOn: link.on,
    reviewOn: conclusion.kind === 'defer' ? conclusion.reviewOn : null,
  };
  const key = `conclusionTold/${link.id}/${String(state.reopenings)}`;
  return { state: toldByLetter(state, link, on), notices: toPetitioner(state, key, letter) };
}

function owingFollowUp(state: Petition, link: ConferenceLink): Petition {
  return owingToTell(state, { anchorOn: link.on, rule: 'D11.1b', workingDays: followUpDays(state) });
}

function toldByLetter(state: Petition, link: ConferenceLink, on: LocalDate): Petition {
  const told = conclusionIsTold(state);
  if (!isConcluded(told) || told.toldOn !== null) return told;
  if (!told.isWrittenAnswerRequired) return owingClosure({ ...told, toldOn: on }, on);
  // D8.1f: what was promised an answer in writing gets one, with a number; the letter does not replace it.
  return owing(told, 'tell', { anchorOn: link.on, rule: 'D8.1f', due: { workingDays: followUpDays(state) } });
}

/** What the person was told: number, day, means. By e-mail this system sends the letter itself. */
function recordNoticeSent({ state, command, at, on }: Asked<'recordNoticeSent'>): Decision<Petition> {
  const { number, sentOn, means } = command;
  const wrong = wrongDate(sentOn, { notBefore: earliestNotice(state, means), on });
  if (wrong !== null) return refused(wrong, 'D11.1c');
  if (means === 'email' && !state.isReachableByMail) return refused('petition.not_reachable_by_mail', 'D11.1c');
  const noticesSent = state.noticesSent + 1;
  // What was sent before there was an outcome did not tell it.
  const isOutcome = isOnOrAfter(sentOn, outcomeDay(state));
  const isConclusion = isOnOrAfter(sentOn, conclusionDay(state));
  const told: Petition = isOutcome ? { ...discharged(state, 'tell'), toldOn: sentOn, ...rested(state, at) } : state;
  const after: Petition = { ...(isConclusion ? conclusionIsTold(told) : told), noticesSent };
  const facts = { number, sentOn, means, isOutcome, ...(isConclusion ? { isConclusion } : {}) };
  const letter: Letter = { kind: 'outcomeTold', number, sentOn, document: outcomeOf(state)?.document ?? null };
  return accepted(
    'noticeSent',
    { at, rule: 'D11.1c', facts, state: owingClosure(after, on) },
    means === 'email' ? toPetitioner(state, `outcomeTold/${String(noticesSent)}`, letter) : [],
  );
}

/** An e-mail leaves now: dated before the outcome it would reach the person and still not count. */
function earliestNotice(state: Petition, means: NoticeMeans): LocalDate {
  const outcomeOn = means === 'email' ? outcomeDay(state) : null;
  return outcomeOn ?? state.receivedOn;
}

/** What came of a petition: an answer since approved (D10.1a), another authority's, a conclusion, that of the leading one. */
export function outcomeOf({ answer, referral, concludedOn, merger }: Petition): PetitionOutcome | null {
  if (merger != null) return merger.outcome;
  if (answer?.isApproved === true) return { on: answer.answeredOn, document: answer.document };
  const elsewhere = referral?.answer ?? null;
  if (elsewhere !== null) return { on: elsewhere.signedOn, document: elsewhere };
  return concludedOn == null ? null : { on: concludedOn, document: null };
}

/** The first day on which there was something to tell: an outcome, or the end. */
function outcomeDay(state: Petition): LocalDate | null {
  const { endedAt, stage } = state;
  const endedOn = endedAt === null || stage === 'merged' ? null : dateAt(endedAt);
  return outcomeOf(state)?.on ?? endedOn;
}

/** D11.1c: who was merged and has been told what came of it waits for nothing more. */
function rested({ stage }: Petition, at: Instant): Partial<Petition> {
  return stage === 'merged' ? { endedAt: at } : {};
}

/** D11.1b: what was concluded can be told from the conference on; that it is assigned, from its assignment on. */
function conclusionDay(state: Petition): LocalDate | null {
  const toTell = conclusionToTell(state);
  // Of what is settled or declined the outcome itself is to be told.
  if (toTell === null || isConcluded(state) || isToBeAssigned(state)) return null;
  const isAssigned = state.conference?.conclusion === 'assign' && state.assignment !== null;
  return isAssigned ? state.assignment.assignedOn : toTell.anchorOn;
}

/** D11.1b: concluded to be assigned, and not assigned yet. */
export function isToBeAssigned({ conference, assignment, stage }: Petition): boolean {
  const isWaiting = assignment === null && (stage === 'accepted' || stage === 'deferred');
  return conference?.conclusion === 'assign' && isWaiting;
}

function isConclusionToTell({ kind, rule }: PetitionDuty): boolean {
  return kind === 'tell' && conclusionRules.includes(rule);
}

function isConcluded({ stage }: Petition): boolean {
  return stage === 'settled' || stage === 'declined';
}

function isOnOrAfter(on: LocalDate, first: LocalDate | null): boolean {
  return first !== null && on >= first;
}
