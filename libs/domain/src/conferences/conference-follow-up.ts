import type { Decision } from '../cases/case-machine.js';
import type { Tell } from '../cases/tell.js';
import type { PetitionNews } from '../petitions/petition-commands.js';
import type { LocalDate } from '../time/local-date.js';
import { accepted, type Asked } from './conference-asked.js';
import { cutOffNews, isConferenceEnded } from './conference-facts.js';
import { conferenceDuties, isMilestoneKnown, owingMilestone } from './conference-milestones.js';
import { answersOwed, briefingAddition } from './conference-opinions.js';
import type { Conference, ConferencePetition, ConferenceStage } from './conference.js';

/** What a conference hears from its petitions (D8.1e, D8.1f, D11.1b); heard twice, it changes nothing more. */
export const decideNews = { petitionAttached, petitionDetached, petitionFollowedUp };

/** D11.1b: met once every petition of the conference has been followed up. */
export function followedUp(state: Conference): Conference {
  const isOpen = !isCounting(state) || state.petitions.some(({ followedUpOn }) => followedUpOn === null);
  return isOpen ? state : conferenceDuties.discharged(state, 'followUpPetitions');
}

/** From the conclusions on, or from the failure, each petition is followed up (D8.3b, D11.1b). */
function isCounting({ stage }: Conference): boolean {
  return stage === 'followUp' || stage === 'awaitingDirection';
}

/** D8.1e, D8.1f: on the briefing list, or on the way to a written answer. */
function petitionAttached({ state, command, at, on }: Asked<'petitionAttached'>): Decision<Conference> {
  const { petitionId, path, isRaised } = command;
  const isNew = !state.petitions.some(({ id }) => id === petitionId);
  const listed = isConferenceEnded(state) ? state : attached(state, command, on);
  const isAfterBriefing = isNew && isLateForBriefing(state, command);
  const after = isAfterBriefing ? addedToBriefing(listed, petitionId) : listed;
  const facts = { petitionId, path, isRaised, isNew, ...(isAfterBriefing ? { isAfterBriefing } : {}) };
  return accepted(
    'petitionAttached',
    { at, rule: path === 'briefing' ? 'D8.1e' : 'D8.1f', facts, state: after },
    {
      notices: isAfterBriefing ? [briefingAddition(after, command.number)] : [],
      tells: answersTo(state, command, isNew).map((news): Tell => ({
        caseKind: 'petition',
        caseId: petitionId,
        command: news,
      })),
    },
  );
}

/** One that comes after the conclusions gets the usual one: an agency is to be assigned, and that is owed at once. */
function attached(state: Conference, command: Asked<'petitionAttached'>['command'], on: LocalDate): Conference {
  const { petitionId: id, number, path, isRaised } = command;
  if (state.petitions.some((petition) => petition.id === id))
    return withPetition(state, id, (petition) => ({ ...petition, path }));
  const isLate = state.stage === 'followUp';
  const petition: ConferencePetition = {
    id,
    number,
    path,
    isRaised,
    conclusion: isLate ? 'assign' : null,
    followedUpOn: null,
  };
  const after: Conference = { ...state, petitions: [...state.petitions, petition] };
  const isOwed = !isCounting(after) || conferenceDuties.dutyOf(after, 'followUpPetitions') !== null;
  return isOwed ? after : owingMilestone(after, 'followUpPetitions', { on });
}

/** D8.1e: in time for the briefing, but after it was held; under terms older than that nobody is told. */
function isLateForBriefing(state: Conference, { path, isRaised }: Asked<'petitionAttached'>['command']): boolean {
  const { stage, briefedOn } = state;
  const isPrepared =
    stage === 'preparing' && briefedOn !== undefined && isMilestoneKnown(state, 'issueAggregateReport');
  // D8.3b: after a dialogue that failed another briefing is to be held, to which it comes in time.
  const isBriefed = conferenceDuties.dutyOf(state, 'holdBriefing') === null;
  return isPrepared && isBriefed && path === 'briefing' && !isRaised;
}

function addedToBriefing(state: Conference, petitionId: string): Conference {
  const noted = withPetition(state, petitionId, (petition) => ({ ...petition, isAfterBriefing: true }));
  return { ...noted, addedToBriefing: (state.addedToBriefing ?? 0) + 1 };
}

/** What the petition does not know yet: that all is over, concluded, without a day, or on another one. */
function answersTo(
  conference: Conference,
  { conferenceOn }: Asked<'petitionAttached'>['command'],
  isNew: boolean,
): readonly PetitionNews[] {
  const ended = [endedNews(conference)];
  const noDay = [noDayNews(conference)];
  const otherDay = conferenceOn === conference.on ? [] : [movedNews(conference)];
  const answers: Readonly<Record<ConferenceStage, readonly PetitionNews[]>> = {
    ...{ drafted: otherDay, planning: otherDay, preparing: otherDay, held: otherDay },
    ...{ postponed: noDay, awaitingDirection: noDay, closed: ended, cancelled: ended },
    followUp: isNew ? [concludedNews(conference)] : [],
  };
  return answers[conference.stage];
}

function endedNews({ id: conferenceId }: Conference): PetitionNews {
  return { kind: 'conferenceEnded', conferenceId };
}

function noDayNews({ id: conferenceId, failure = null }: Conference): PetitionNews {
  return { kind: 'conferencePostponed', conferenceId, failedOn: failure?.failedOn ?? null };
}

function movedNews(conference: Conference): PetitionNews {
  return { kind: 'conferenceMoved', conferenceId: conference.id, ...cutOffNews(conference) };
}

function concludedNews({ id: conferenceId, on, heldOn }: Conference): PetitionNews {
  return { kind: 'conferenceConcluded', conferenceId, heldOn: heldOn ?? on, conclusion: { kind: 'assign' } };
}

/** What was of a conference that is over stays in its record. */
function petitionDetached({ state, command, at, on }: Asked<'petitionDetached'>): Decision<Conference> {
  const { petitionId } = command;
  const petitions = state.petitions.filter(({ id }) => id !== petitionId);
  const wasKnown = petitions.length < state.petitions.length;
  const after = isConferenceEnded(state) ? state : answersOwed(followedUp({ ...state, petitions }), on);
  return accepted('petitionDetached', { at, rule: 'D8.1e', facts: { petitionId, wasKnown }, state: after });
}

/** D11.1b: the person was told and, where it was concluded so, an agency assigned. The first time counts. */
function petitionFollowedUp({ state, command, at }: Asked<'petitionFollowedUp'>): Decision<Conference> {
  const { petitionId, on: followedUpOn } = command;
  const noted = withPetition(state, petitionId, (petition) => ({
    ...petition,
    followedUpOn: petition.followedUpOn ?? followedUpOn,
  }));
  const after = followedUp(noted);
  const left = after.petitions.filter((petition) => petition.followedUpOn === null).length;
  return accepted('petitionFollowedUp', {
    at,
    rule: 'D11.1b',
    facts: { petitionId, followedUpOn, left },
    state: after,
  });
}

function withPetition(
  state: Conference,
  petitionId: string,
  change: (petition: ConferencePetition) => ConferencePetition,
): Conference {
  const petitions = state.petitions.map((petition) => (petition.id === petitionId ? change(petition) : petition));
  return { ...state, petitions };
}
