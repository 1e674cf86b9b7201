import type { Decision, Transition } from '../cases/case-machine.js';
import type { Tell } from '../cases/tell.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import type { PetitionNews } from './petition-commands.js';
import { withTells } from './petition-conference.js';
import { discharged, owing } from './petition-duties.js';
import { toPetitioner, withPetitioner } from './petition-notices.js';
import { outcomeOf } from './petition-telling.js';
import type { MergeableStage, PetitionOutcome, PetitionReference } from './petition-relations.js';
import type { Petition, PetitionDutyKind, PetitionStage } from './petition.js';

/**
 * Petitions of one matter are aggregated (D8.1c) under a leading one, and each author is told by a notice of their own
 * (D11.1b, D11.1c). One leads or follows, never both: there are no chains and no cycles.
 */
export const decideMerging = { merge, unmerge, followerJoined, followerLeft, leadingOutcome, leadingEnded };

const rule: RuleId = 'D8.1c';

/** What is owed of a petition that is considered on its own again. */
const dutyOfStage: Readonly<Record<MergeableStage, PetitionDutyKind>> = { received: 'screen', accepted: 'assign' };

/** Where a petition leads nobody: it has no outcome of its own with which others could be answered. */
const leadsNobody: readonly PetitionStage[] = ['merged', 'redirected', 'withdrawn'];

function merge({ state, command, at, on }: Asked<'merge'>): Decision<Petition> {
  const { into } = command;
  const { stage } = state;
  if (stage !== 'received' && stage !== 'accepted') return refused('petition.transition_refused', rule);
  if (into.id === state.id) return refused('petition.merged_into_itself', rule);
  if ((state.followers ?? []).length > 0) return refused('petition.leads_others', rule);
  const mergers = (state.mergers ?? 0) + 1;
  const after: Petition = {
    ...state,
    ...{ stage: 'merged', duties: [], endedAt: at, toldOn: null, mergers },
    merger: { leading: into, stage, mergedOn: on, outcome: null },
  };
  const letter = { kind: 'merged', leadingNumber: into.number } as const;
  const notices = toPetitioner(state, `merged/${String(mergers)}`, letter);
  const facts = { leading: into.id, leadingNumber: into.number, from: stage };
  const joined = toldTo(into.id, { kind: 'followerJoined', petition: { id: state.id, number: state.number } });
  return withTells(accepted('merged', { at, rule, facts, state: after }, notices), [joined]);
}

/** Considered on its own again, unless the person has been told already what came of it. */
function unmerge(asked: Asked<'unmerge'>): Decision<Petition> {
  if (asked.state.toldOn !== null) return refused('petition.told_already', 'D11.1c');
  return withTells(revived(asked), leavingLeading(asked.state));
}

/** What the leading petition hears of one that no longer follows it. */
export function leavingLeading({ id, merger }: Petition): readonly Tell[] {
  return merger == null ? [] : [toldTo(merger.leading.id, { kind: 'followerLeft', petitionId: id })];
}

/** One more is answered with this petition; one that came to nobody who could lead it is sent back. */
function followerJoined({ state, command, at }: Asked<'followerJoined'>): Decision<Petition> {
  const { petition } = command;
  const followers = state.followers ?? [];
  if (followers.some(({ id }) => id === petition.id)) return refused('case.unchanged', rule);
  const facts = { follower: petition.id, followerNumber: petition.number };
  if (leadsNobody.includes(state.stage)) {
    const ended = toldTo(petition.id, { kind: 'leadingEnded', leadingId: state.id });
    return withTells(accepted('followerTurnedAway', { at, rule, facts, state }, []), [ended]);
  }
  const after: Petition = { ...state, followers: [...followers, petition] };
  const outcome = outcomeOf(state);
  const tells = outcome === null ? [] : [toldOutcome(state, petition, outcome)];
  return withTells(accepted('followerJoined', { at, rule, facts, state: after }, []), tells);
}

function followerLeft({ state, command, at }: Asked<'followerLeft'>): Decision<Petition> {
  const followers = state.followers ?? [];
  const left = followers.find(({ id }) => id === command.petitionId);
  if (left === undefined) return refused('case.unchanged', rule);
  const after: Petition = { ...state, followers: followers.filter(({ id }) => id !== left.id) };
  const facts = { follower: left.id, followerNumber: left.number };
  return accepted('followerLeft', { at, rule, facts, state: after }, []);
}

/** D11.1c: what came of the leading petition is owed to this author too; what no longer holds is to be told anew. */
function leadingOutcome({ state, command, at, on }: Asked<'leadingOutcome'>): Decision<Petition> {
  const { merger } = state;
  const { leadingId, outcome } = command;
  if (merger?.leading.id !== leadingId || isSame(merger.outcome, outcome)) return refused('case.unchanged', 'D11.1c');
  const heard: Petition = { ...discharged(state, 'tell'), merger: { ...merger, outcome }, toldOn: null };
  const facts = { leading: leadingId, leadingNumber: merger.leading.number };
  if (outcome === null) return reconsidered({ state, heard, at, facts });
  const after = owing({ ...heard, endedAt: null }, 'tell', { anchorOn: on });
  const { document } = outcome;
  const known = { ...facts, outcomeOn: outcome.on, documentNumber: document?.number ?? null };
  return accepted('leadingAnswered', { at, rule: 'D11.1c', facts: known, state: after }, []);
}

/** D11.3: the matter was taken up again; who had been told otherwise hears it. */
function reconsidered({
  state,
  heard,
  at,
  facts,
}: {
  readonly state: Petition;
  readonly heard: Petition;
  readonly at: Instant;
  readonly facts: Readonly<Record<string, string>>;
}): Decision<Petition> {
  const reopenings = state.reopenings + 1;
  const after: Petition = { ...heard, reopenings, endedAt: at };
  const key = `reopened/${String(reopenings)}`;
  const letter = { key, letter: { kind: 'reopened' }, recipients: withPetitioner(state, ['leadOffice']) } as const;
  const isToTell = state.toldOn !== null;
  return accepted('leadingReopened', { at, rule: 'D11.3', facts, state: after }, isToTell ? [letter] : []);
}

/** The leading one was withdrawn, or is out of scope: what followed it is considered on its own again. */
function leadingEnded(asked: Asked<'leadingEnded'>): Decision<Petition> {
  if (asked.state.merger?.leading.id !== asked.command.leadingId) return refused('case.unchanged', rule);
  return revived(asked);
}

/** Back to where it was merged from; its days begin anew on the day on which it comes back. */
function revived({
  state,
  at,
  on,
}: {
  readonly state: Petition;
  readonly at: Instant;
  readonly on: LocalDate;
}): Decision<Petition> {
  const { merger } = state;
  if (merger == null) return refused('petition.transition_refused', rule);
  const { stage, leading } = merger;
  const alone: Petition = { ...state, stage, merger: null, endedAt: null, toldOn: null, duties: [] };
  const after = owing(alone, dutyOfStage[stage], { anchorOn: on });
  const letter = { kind: 'unmerged', leadingNumber: leading.number } as const;
  const notices = toPetitioner(state, `unmerged/${String(state.mergers ?? 0)}`, letter);
  const facts = { leading: leading.id, leadingNumber: leading.number, to: stage };
  return accepted('unmerged', { at, rule, facts, state: after }, notices);
}

/** The same with what those that follow are to hear of it: that it has an outcome, another, none any more, or has ended. */
export function tellingFollowers(before: Petition, transition: Transition<Petition>): Transition<Petition> {
  const { state, tells = [] } = transition;
  const followers = state.followers ?? [];
  if (followers.length === 0 || before.followers !== state.followers) return transition;
  if (leadsNobody.includes(state.stage)) {
    const ended = followers.map(({ id }) => toldTo(id, { kind: 'leadingEnded', leadingId: state.id }));
    return { ...transition, state: { ...state, followers: [] }, tells: [...tells, ...ended] };
  }
  const outcome = outcomeOf(state);
  if (isSame(outcomeOf(before), outcome)) return transition;
  return { ...transition, tells: [...tells, ...followers.map((each) => toldOutcome(state, each, outcome))] };
}

function toldOutcome({ id }: Petition, follower: PetitionReference, outcome: PetitionOutcome | null): Tell {
  return toldTo(follower.id, { kind: 'leadingOutcome', leadingId: id, outcome });
}

function toldTo(caseId: string, command: PetitionNews): Tell {
  return { caseKind: 'petition', caseId, command };
}

function isSame(one: PetitionOutcome | null, other: PetitionOutcome | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
