import type { Decision } from '../cases/case-machine.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import type { Conference, Minutes } from './conference.js';

/** Who speaks, and what is written down of it (D9, D10.3b); the words stay in the register, version by version. */
export const decideMinutes = { registerSpeaker, saveMinutes, signMinutes };

/** D9: in the order of registration; whoever registers at the conference itself comes after those who did before. */
function registerSpeaker({ state, command, at }: Asked<'registerSpeaker'>): Decision<Conference> {
  const { petitionId } = command;
  if (petitionId !== null && !state.petitions.some(({ id }) => id === petitionId))
    return refused('conference.petition_not_listed', command.kind);
  const place = (state.speakers ?? 0) + 1;
  const facts = { place, petitionId, isAtConference: state.stage === 'held' };
  return accepted('speakerRegistered', { at, rule: 'D9', facts, state: { ...state, speakers: place } });
}

/** D10.3b: a version that is there stays as it is; one that comes after the signed one is to be signed itself. */
function saveMinutes({ state, at }: Asked<'saveMinutes'>): Decision<Conference> {
  const after = withVersion(state);
  const version = after.minutes?.versions ?? null;
  return accepted('minutesSaved', { at, rule: 'D10.3b', facts: { version }, state: after });
}

/** D10.3b: the host signs the newest version, and no other. */
function signMinutes({ state, command, at, on }: Asked<'signMinutes'>): Decision<Conference> {
  const { version, signedOn } = command;
  const minutes = state.minutes ?? noMinutes;
  const wrong = wrongVersion(minutes, version) ?? wrongDate(signedOn, { notBefore: state.heldOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const after: Conference = { ...state, minutes: { ...minutes, signed: { version, on: signedOn } } };
  return accepted('minutesSigned', { at, rule: 'D10.3b', facts: { version, signedOn }, state: after });
}

/** The conference with one version of its minutes more. */
export function withVersion(state: Conference): Conference {
  const { versions, signed } = state.minutes ?? noMinutes;
  return { ...state, minutes: { versions: versions + 1, signed } };
}

function wrongVersion({ versions, signed }: Minutes, version: number): DomainErrorCode | null {
  if (version !== versions) return 'conference.minutes_version_not_newest';
  return signed?.version === version ? 'conference.already_recorded' : null;
}

const noMinutes: Minutes = { versions: 0, signed: null };
