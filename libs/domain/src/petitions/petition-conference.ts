import type { Decision, Transition } from '../cases/case-machine.js';
import type { Tell } from '../cases/tell.js';
import type { ConferenceNews } from '../conferences/conference-commands.js';
import type { PetitionPath } from '../conferences/conference.js';
import type { Instant } from '../time/instant.js';
import { addDays, dateAt, type LocalDate } from '../time/local-date.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import type { ConferenceReference } from './petition-commands.js';
import { discharged, dutyOf, followUpDays, owing } from './petition-duties.js';
import { isEnded } from './petition-facts.js';
import { conclusionToTell, isToBeAssigned } from './petition-telling.js';
import { briefingCutOffDays } from './petition-terms.js';
import type { ConferenceLink, Petition } from './petition.js';

/** How a petition comes to a conference and leaves it again (D8.1e, D8.1f). */
export const decideConference = { attachToConference, detach, conferenceMoved, conferencePostponed, conferenceEnded };

/** The conference that has the petition: it is attached, and nothing has been concluded on it yet. */
export function pendingConference({ conference }: Petition): ConferenceLink | null {
  return conference?.conclusion === null ? conference : null;
}

/** The petition on the list of a conference; a written answer once promised stays promised (D8.1f). */
export function onList(state: Petition, reference: ConferenceReference, { isRaised }: { isRaised: boolean }): Petition {
  const path: PetitionPath = isRaised || isLate(state, reference) ? 'written' : 'briefing';
  return {
    ...state,
    source: isRaised ? 'atConference' : path === 'briefing' ? 'beforeCutOff' : 'late',
    isWrittenAnswerRequired: state.isWrittenAnswerRequired || path === 'written',
    conference: { ...reference, path, isRaised, conclusion: null, isFollowedUp: false },
  };
}

/** What the conference hears of a petition that has come to it, or whose path has changed. */
export function attachedTells({ id, number, conference }: Petition): readonly Tell[] {
  if (conference == null) return [];
  const { path, isRaised, on } = conference;
  return [toldTo(conference, { kind: 'petitionAttached', petitionId: id, number, path, isRaised, conferenceOn: on })];
}

/** The same with what its conference is to hear of it: that it has ended, or that the conclusion is followed (D11.1b). */
export function tellingConference(transition: Transition<Petition>): Transition<Petition> {
  const { state, at, tells = [] } = transition;
  const link = state.conference ?? null;
  if (link === null) return transition;
  if (link.conclusion === null) return isLeaving(state, link) ? leaving(transition) : transition;
  if (link.isFollowedUp || !isFollowedUp(state)) return transition;
  return {
    ...transition,
    state: { ...state, conference: { ...link, isFollowedUp: true } },
    tells: [...tells, followedUp(state, link, at)],
  };
}

function leaving(transition: Transition<Petition>): Transition<Petition> {
  const { state, tells } = leavingConference(transition.state, transition.at);
  return { ...transition, state, tells: [...(transition.tells ?? []), ...(tells ?? [])] };
}

/** A petition that no longer belongs to its conference, with what that one is to hear. */
export function leavingConference(
  state: Petition,
  at: Instant,
): { readonly state: Petition; readonly tells?: readonly Tell[] } {
  const link = state.conference ?? null;
  if (link === null) return { state };
  const left = withoutConference(state, link);
  if (link.conclusion === null)
    return { state: left, tells: [toldTo(link, { kind: 'petitionDetached', petitionId: state.id })] };
  return link.isFollowedUp ? { state: left } : { state: left, tells: [followedUp(state, link, at)] };
}

/** D8.1e, D8.1f: by the cut-off it comes to the briefing, later it is answered in writing; the conference has it now. */
function attachToConference({ state, command, at, on }: Asked<'attachToConference'>): Decision<Petition> {
  const { conference } = command;
  if (!isFreeFor(state, conference)) return refused('petition.already_attached', 'D8.1e');
  if (conference.on < on) return refused('petition.conference_over', 'D8.1e');
  const after = onList(discharged(state, 'assign'), conference, { isRaised: false });
  const path = after.conference?.path ?? null;
  const facts = { conference: conference.id, conferenceNumber: conference.number, conferenceOn: conference.on, path };
  const rule = path === 'briefing' ? 'D8.1e' : 'D8.1f';
  return withTells(accepted('attachedToConference', { at, rule, facts, state: after }, []), attachedTells(after));
}

function detach({ state, at, on }: Asked<'detach'>): Decision<Petition> {
  const link = pendingConference(state);
  if (link === null) return refused('petition.not_attached', 'D8.1e');
  const { state: left, tells = [] } = leavingConference(state, at);
  const after = owing(discharged(left, 'assign'), 'assign', { anchorOn: on });
  return withTells(
    accepted('detached', { at, rule: 'D8.1e', facts: { conference: link.id }, state: after }, []),
    tells,
  );
}

/** D8.1e: list and path counted anew from the new day, or by the new cut-off. */
function conferenceMoved({ state, command, at }: Asked<'conferenceMoved'>): Decision<Petition> {
  const { conferenceId: id, on, cutOffDays } = command;
  const moved: CutOff = { on, ...(cutOffDays === undefined ? {} : { cutOffDays }) };
  const link = pendingConference(state);
  if (link?.id !== id || isSame(link, moved)) return refused('petition.not_attached', 'D8.1e');
  const { number, isRaised } = link;
  // Until it had another day, somebody owed that it is assigned.
  const listed = link.isPostponed === true ? discharged(state, 'assign') : state;
  const after = onList(listed, { id, number, ...moved }, { isRaised });
  const path = after.conference?.path ?? link.path;
  const facts = { conference: id, wasOn: link.on, conferenceOn: on, path };
  const decision = accepted('conferenceMoved', { at, rule: 'D8.1e', facts, state: after }, []);
  return path === link.path ? decision : withTells(decision, attachedTells(after));
}

/**
 * D8.1f, D11.1b: it stays on the list for the next day, but does not wait for it without a limit: it is to be assigned, after
 * a dialogue that failed from the day of that one. What somebody has in hand already needs the conference no more.
 */
function conferencePostponed({ state, command, at, on }: Asked<'conferencePostponed'>): Decision<Petition> {
  const { conferenceId, failedOn } = command;
  const link = pendingConference(state);
  if (link?.id !== conferenceId || link.isPostponed === true) return refused('petition.not_attached', 'D8.1f');
  const facts = { conference: link.id, failedOn };
  const happened = { at, rule: failedOn === null ? 'D8.1f' : 'D8.3b', facts } as const;
  if (state.stage === 'accepted')
    return accepted('conferencePostponed', { ...happened, state: waiting(state, link, failedOn ?? on) }, []);
  const { state: left, tells = [] } = leavingConference(state, at);
  return withTells(accepted('conferencePostponed', { ...happened, state: left }, []), tells);
}

function waiting(state: Petition, link: ConferenceLink, anchorOn: LocalDate): Petition {
  const listed: Petition = { ...state, conference: { ...link, isPostponed: true } };
  return owing(discharged(listed, 'assign'), 'assign', { anchorOn, due: { workingDays: followUpDays(state) } });
}

/** D8.1f: nothing will be concluded on it: it is answered in writing, and assigned where nobody has it. */
function conferenceEnded({ state, command, at, on }: Asked<'conferenceEnded'>): Decision<Petition> {
  const link = pendingConference(state);
  if (link?.id !== command.conferenceId) return refused('petition.not_attached', 'D8.1f');
  const left: Petition = { ...withoutConference(state, link), isWrittenAnswerRequired: true };
  const isToAssign = left.stage === 'accepted' && dutyOf(left, 'assign') === null;
  const after = isToAssign ? owing(left, 'assign', { anchorOn: on }) : left;
  return accepted('conferenceEnded', { at, rule: 'D8.1f', facts: { conference: link.id }, state: after }, []);
}

/** The accepted transition with what other cases are to hear of it. */
export function withTells(decision: Decision<Petition>, tells: readonly Tell[]): Decision<Petition> {
  return 'refused' in decision || tells.length === 0 ? decision : { accepted: { ...decision.accepted, tells } };
}

/** Over; or given to somebody, or concluded on, while its conference has no day. */
function isLeaving(state: Petition, { isPostponed = false }: ConferenceLink): boolean {
  return isEnded(state) || (isPostponed && state.stage !== 'accepted');
}

/** A petition may come to another conference once the first has nothing left to do with it. */
function isFreeFor({ conference }: Petition, { id }: ConferenceReference): boolean {
  return conference == null || (conference.isFollowedUp && conference.id !== id);
}

type CutOff = Pick<ConferenceReference, 'on' | 'cutOffDays'>;

function isLate({ receivedOn }: Petition, { on, cutOffDays = briefingCutOffDays }: CutOff): boolean {
  return receivedOn > addDays(on, -cutOffDays);
}

function isSame(link: ConferenceLink, moved: CutOff): boolean {
  return link.isPostponed !== true && link.on === moved.on && link.cutOffDays === moved.cutOffDays;
}

function withoutConference(state: Petition, { isRaised }: ConferenceLink): Petition {
  return { ...state, conference: null, source: isRaised ? state.source : 'outsideConference' };
}

/** D11.1b: the person was told and, where it was concluded so, an agency has it; or nothing is left to follow. */
function isFollowedUp(state: Petition): boolean {
  return isEnded(state) || (conclusionToTell(state) === null && !isToBeAssigned(state));
}

function followedUp({ id }: Petition, link: ConferenceLink, at: Instant): Tell {
  return toldTo(link, { kind: 'petitionFollowedUp', petitionId: id, on: dateAt(at) });
}

function toldTo({ id }: ConferenceLink, command: ConferenceNews): Tell {
  return { caseKind: 'conference', caseId: id, command };
}
