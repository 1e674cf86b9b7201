import {
  conferenceMilestones,
  dutyName,
  localDate,
  petitionDuties,
  reportDuties,
  type AnyCaseState,
  type CaseKind,
  type Duty,
  type DutyDebtor,
  type DutyDefinition,
  type DutyKind,
  type Letter,
  type LocalDate,
  type MovedDeadline,
  type RecipientRole,
} from '@dialogue/domain';

import { partiesOfState, type CaseParties } from '../recipients/parties.js';
import { resolveRecipients, type Recipient } from '../recipients/recipients.js';
import { deterministicId } from '../sql/deterministic-id.js';
import type { Sql } from '../sql/sql.js';

type MovedLetter = Extract<Letter, { readonly kind: 'deadlinesMoved' }>;

/** One person, or one body of which nobody can be addressed, with all the deadlines of theirs that have moved. */
export interface Addressee {
  /** Unique within the rollout. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly letter: MovedLetter;
}

interface MovedCase {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly state: AnyCaseState;
}

/** An open duty, and how it has moved. */
interface OwedMove {
  readonly duty: Duty<DutyKind>;
  readonly move: MovedDeadline;
}

/** Who is told of a deadline that has moved: whoever owes it, and for the agency whoever answers for it. */
const responsible: Readonly<Record<DutyDebtor, readonly RecipientRole[]>> = {
  agency: ['handler', 'agencyHead'],
  leadOffice: ['leadOffice'],
  host: ['host'],
};

const definitions: Readonly<Record<DutyKind, DutyDefinition>> = {
  ...petitionDuties,
  ...conferenceMilestones,
  ...reportDuties,
};

/** Every deadline that an edition has moved, by whom it concerns on the day (D11.1c); each person once. */
export async function movedByAddressee(
  sql: Sql,
  { edition, on }: { readonly edition: number; readonly on: LocalDate },
): Promise<readonly Addressee[]> {
  const post = createPost(sql, on);
  const addressees = new Map<string, { readonly recipient: Recipient; readonly moves: MovedDeadline[] }>();
  for (const moved of await movedCases(sql, edition)) {
    for (const { duty, move } of movesOf(moved)) {
      for (const recipient of await post.recipientsOf(moved, duty)) {
        const key = keyOf(recipient);
        const addressee = addressees.get(key) ?? { recipient, moves: [] };
        addressee.moves.push(move);
        addressees.set(key, addressee);
      }
    }
  }
  return [...addressees].map(([key, { recipient, moves }]) => ({
    key,
    recipient,
    letter: { kind: 'deadlinesMoved', edition, moves },
  }));
}

async function movedCases(sql: Sql, edition: number): Promise<readonly MovedCase[]> {
  return sql<MovedCase>(
    `SELECT event.case_kind AS "caseKind", event.case_id AS "caseId", event.facts, memory.state
     FROM case_events event
     JOIN case_memory memory ON memory.case_kind = event.case_kind AND memory.case_id = event.case_id
     WHERE event.event = 'calendarChanged' AND (event.facts ->> 'edition')::integer = $1 AND (event.facts ->> 'moved')::integer > 0
     ORDER BY event.case_kind, event.case_id, event.sequence`,
    [edition],
  );
}

/** The history keeps both dates of every duty that has moved: `answer.wasDueOn`, `answer.dueOn`. */
function movesOf({ facts, state }: MovedCase): readonly OwedMove[] {
  const caseNumber = 'number' in state ? state.number : state.id;
  const duties: readonly Duty<DutyKind>[] = state.duties;
  return duties.flatMap((duty) => {
    const [wasDueOn, dueOn] = [facts[`${dutyName(duty)}.wasDueOn`], facts[`${dutyName(duty)}.dueOn`]];
    // Another day: moved again by an edition that writes a letter of its own.
    if (typeof wasDueOn !== 'string' || dueOn !== duty.dueOn) return [];
    const { kind, rule, anchorOn, isProvisional } = duty;
    const days = { anchorOn, wasDueOn: localDate(wasDueOn), dueOn: duty.dueOn, isProvisional };
    return [{ duty, move: { caseNumber, duty: kind, rule, ...days } }];
  });
}

interface Post {
  readonly recipientsOf: (moved: MovedCase, duty: Duty<DutyKind>) => Promise<readonly Recipient[]>;
}

/** Thousands of cases belong to some dozens of bodies: each of them is asked once who holds its posts. */
function createPost(sql: Sql, on: LocalDate): Post {
  const known = new Map<string, readonly Recipient[]>();
  return {
    async recipientsOf({ state }, { kind, body }) {
      const { owedBy } = definitions[kind];
      const named = partiesOfState(state);
      const parties = { ...named, agency: body ?? named.agency, isReachableByMail: false };
      const place = placeOf(parties, owedBy);
      const found = known.get(place) ?? (await resolve(parties, owedBy));
      known.set(place, found);
      return found;
    },
  };

  async function resolve(parties: CaseParties, owedBy: DutyDebtor): Promise<readonly Recipient[]> {
    const letter: MovedLetter = { kind: 'deadlinesMoved', edition: 0, moves: [] };
    return resolveRecipients(sql, { letter, roles: responsible[owedBy], parties, on });
  }
}

function placeOf({ organisation, leadOffice, agency }: CaseParties, owedBy: DutyDebtor): string {
  const bodies: Readonly<Record<DutyDebtor, string | null>> = { agency, leadOffice, host: organisation };
  return `${owedBy} ${bodies[owedBy] ?? ''}`;
}

/** One letter for each person, and for each address of a body; the key does not give the address away. */
function keyOf({ role, organisationCode, addressee }: Recipient): string {
  if (addressee === null) return `deadlinesMoved/${role}/${organisationCode ?? ''}`;
  const { holder, address } = addressee;
  return `deadlinesMoved/${holder?.personId ?? deterministicId('address', address.toLowerCase())}`;
}
