import {
  addDays,
  beginningsOf,
  handingOf,
  isNewBody,
  reorganisationProblems,
  successionsOf,
  type KnownBodies,
  type LocalDate,
  type Reorganisation,
  type Successor,
} from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { Sql } from '../sql/sql.js';
import { basisOf } from './basis.js';
import { carryOversOf } from './carry-over.js';
import { handoversOf } from './handovers.js';
import type { EndingBody, ReorganisationPreview } from './reorganisations.js';

/** What would happen on the day, as the register is now; nothing is written. */
export async function previewOf(
  sql: Sql,
  reorganisation: Reorganisation,
  today: LocalDate,
): Promise<ReorganisationPreview> {
  const { effectiveOn, changes } = reorganisation;
  const basis = await basisOf(sql, { on: effectiveOn, today });
  const problems = reorganisationProblems(reorganisation, basis);
  if (problems.length > 0) return { problems, ending: [], beginning: [], handovers: [], carryOvers: [] };
  return {
    problems,
    ending: endingsOf(reorganisation, basis.bodies),
    beginning: beginningsOf(reorganisation, basis.bodies),
    handovers: await handoversOf(sql, successionsOf(reorganisation, basis.bodies)),
    carryOvers: await carryOversOf(sql, changes.map(handingOf), effectiveOn),
  };
}

function endingsOf({ effectiveOn, changes }: Reorganisation, bodies: KnownBodies): readonly EndingBody[] {
  const lastOn = addDays(effectiveOn, -1);
  return changes.map(handingOf).flatMap(({ kind, from, into }) => {
    const successors = into.map((successor) => named(successor, bodies));
    return from.map((code) => ({ ...named({ code }, bodies), kind, lastOn, successors }));
  });
}

function named(body: Successor, bodies: KnownBodies): NamedOrganisation {
  const { code } = body;
  return { code, name: isNewBody(body) ? body.name : (bodies.get(code)?.name ?? code) };
}
