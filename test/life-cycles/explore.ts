import {
  answerKinds,
  conclusionKinds,
  dateAt,
  referralOutcomes,
  rootFields,
  type CaseMachine,
  type CaseState,
  type Instant,
} from '@dialogue/domain';
import { valueOf } from '@dialogue/testing/builders';

/** From where, by which command (null: time itself) and to which stage a machine has been seen to go. */
export interface Edge {
  readonly from: string;
  readonly by: string | null;
  readonly to: string;
}

interface StagedState extends CaseState {
  readonly stage: string;
}

/** A machine as it is explored: where to begin, and what may be wanted of it. */
export interface Explorable<State extends StagedState, Command extends { readonly kind: string }> {
  readonly machine: CaseMachine<State, Command>;
  /** A state in each stage, with the instant of its last event. */
  readonly beginnings: readonly Place<State>[];
  /** A command of each kind with valid arguments. */
  readonly commands: readonly Command[];
}

/** A state, and when it was reached. */
interface Place<State> {
  readonly state: State;
  readonly at: Instant;
}

const dayMs = 86_400_000;
/** At once, and after every term has passed. */
const waits: readonly Instant[] = [3_600_000, 60 * dayMs];
/** So many different states are looked at that one way from stage to stage has led to: enough to see what each can do. */
const statesOfEdge = 5;

/**
 * Goes from state to state by every command in every variation, as far as the machine accepts it, and through time: breadth
 * first, each state that differs in more than its dates once. Nothing of the result is written down by hand.
 */
export function explore<State extends StagedState, Command extends { readonly kind: string }>({
  machine,
  beginnings,
  commands,
}: Explorable<State, Command>): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const seen = new Set<string>();
  const visitsOf = new Map<string, number>();
  const queue: Place<State>[] = [];
  for (const beginning of beginnings) visit(beginning, null);
  for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
    const { state, at } = place;
    for (const now of waits.map((wait) => at + wait)) goOn(passing(state, now), now);
  }
  return [...edges.values()].toSorted(byPlace);

  function passing(state: State, now: Instant): State {
    let current = state;
    for (const transition of valueOf(machine.elapse(state, now))) {
      note({ from: current.stage, by: null, to: transition.state.stage });
      current = transition.state;
    }
    return current;
  }

  function goOn(state: State, now: Instant): void {
    for (const command of commands.flatMap((each) => variationsOf(each, dateAt(now)))) {
      const answer = machine.apply(state, command, now);
      if (!('value' in answer) || !('accepted' in answer.value)) continue;
      const after = answer.value.accepted.state;
      const edge = { from: state.stage, by: command.kind, to: after.stage };
      note(edge);
      visit({ state: after, at: now }, edge);
    }
  }

  function note(edge: Edge): void {
    edges.set(JSON.stringify(edge), edge);
  }

  function visit(place: Place<State>, edge: Edge | null): void {
    const shape = JSON.stringify(shapeOf(place.state));
    const way = JSON.stringify(edge);
    const visits = visitsOf.get(way) ?? 0;
    if (seen.has(shape) || (edge !== null && visits === statesOfEdge)) return;
    seen.add(shape);
    visitsOf.set(way, visits + 1);
    queue.push(place);
  }
}

function byPlace(left: Edge, right: Edge): number {
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
}

/** What decides besides dates and names: what is there, and what is so. */
function shapeOf(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return depth === 1 && closedSets.flat().includes(value) ? value : '';
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !leftOut.includes(name));
  return members.map(([name, member]): readonly unknown[] => [
    name,
    name === 'stage' ? member : shapeOf(member, depth + 1),
  ]);
}

/** What decides about no stage: without it there are fewer states that are the same otherwise. */
const leftOut: readonly string[] = [
  ...[
    'calendar',
    'countedWith',
    'terms',
    'names',
    'lettersInTrouble',
    'isWrittenAnswerRequired',
    'source',
    'breachedOn',
  ],
  ...[
    'isLate',
    'isFirstAnswerLate',
    'isReceiptDeemed',
    'suspendedWorkingDays',
    'hasFinding',
    'cutOffDays',
    'duties',
    'concludedOn',
    'isRaised',
    'isFollowedUp',
    'firstAnsweredOn',
    'extensionsAsked',
    'extensionsGranted',
    'extendedTo',
    'breachedRounds',
    'referral',
  ],
];

const closedSets: readonly (readonly string[])[] = [answerKinds, referralOutcomes, conclusionKinds, rootFields];

/** What a command may say otherwise: yes for no, another of a closed set, another conclusion, all of it or its document today. */
function variationsOf<Command extends { readonly kind: string }>(command: Command, today: string): readonly Command[] {
  const dated = JSON.parse(JSON.stringify(command).replaceAll(/\d{4}-\d{2}-\d{2}/g, today)) as Command;
  const document = 'document' in dated ? [{ ...command, document: dated.document }] : [];
  return [...document, ...[command, dated].flatMap((each) => [each, ...othersOf(each, today)])];
}

function othersOf<Command extends { readonly kind: string }>(command: Command, today: string): readonly Command[] {
  return Object.entries(command).flatMap(([name, value]) =>
    othersThan(name, value, today).map((other) => ({ ...command, [name]: other })),
  );
}

/** What else a member may be that is no yes or no and of no closed set; D8.3b: a direction may set no other day. */
const othersOfName: ReadonlyMap<string, (today: string) => readonly object[]> = new Map([
  ['kind', () => []],
  ['direction', () => [{ kind: 'close' }]],
  ['conclusion', conclusionsOn],
]);

function othersThan(name: string, value: unknown, today: string): readonly unknown[] {
  const known = othersOfName.get(name);
  if (known !== undefined) return known(today);
  if (name === 'conclusions' && Array.isArray(value))
    return conclusionsOn(today).map((conclusion): unknown => withConclusion(value, conclusion));
  if (typeof value === 'boolean') return [!value];
  if (value === null) return [today];
  const set = typeof value === 'string' ? closedSets.find((each) => each.includes(value)) : undefined;
  return set?.filter((other) => other !== value) ?? [];
}

function conclusionsOn(today: string): readonly object[] {
  const later = `${String(Number(today.slice(0, 4)) + 1)}-03-16`;
  return conclusionKinds.map((kind) => ({
    kind,
    ...(kind === 'defer' ? { reviewOn: later } : {}),
    ...(kind === 'refer' ? { to: 'TW-BTC', toName: '' } : {}),
  }));
}

function withConclusion(conclusions: readonly object[], conclusion: object): readonly object[] {
  return conclusions.map((each) => ({ ...each, conclusion }));
}
