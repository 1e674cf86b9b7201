/** Whether a case is open, whatever its kind; of a row `memory` of `case_memory`. */
export const isOpen = `memory.state -> 'endedAt' = 'null'`;

/** Of a row `rollout` of `rollouts`: it has not been taken back. */
export const isWanted = 'rollout.withdrawn_at IS NULL';

/** D11.1c: a case whose deadlines were last counted on an older edition, or began before that was kept. */
const lacksEdition = `COALESCE((memory.state ->> 'countedWith')::integer, 0) < (rollout.command ->> 'edition')::integer`;

/** D11.3: what rests while a conference has no day is somebody's all the same. */
export const restingBodies = ['$.postponement.resting[*].body', '$.failure.unmet[*].body'] as const;

/** Who has a part in a conference, owing something now or not, where its terms let the successor take that part. */
const invited = ['asked[*]', 'guests[*]', 'petitions[*].preparation.agency'].map(
  (place) => `$ ? (exists(@.terms.duties.supplyOpinions)).${place}`,
);

/** Where a case names bodies of which it has several. */
const severalBodies = [
  ...['$.duties[*].body', '$.assignment.cooperating[*].agency', '$.demand.by'],
  ...restingBodies,
  ...invited,
];

/** D11.3: a case that names a body which another has taken over from. */
const namesPredecessor = `
  EXISTS (SELECT FROM jsonb_array_elements(rollout.command -> 'successions') succession
    WHERE succession ->> 'from' IN (memory.state ->> 'organisation', memory.state ->> 'leadOffice',
      memory.state -> 'assignment' ->> 'agency', memory.state -> 'referral' ->> 'to')
      ${severalBodies.map(isSuccession).join('\n')})`;

function isSuccession(path: string): string {
  return `OR jsonb_path_exists(memory.state, '${path} ? (@ == $from)', jsonb_build_object('from', succession ->> 'from'))`;
}

/** Whether an open case has not done yet what a rollout asks of it; of rows `memory` and `rollout`. */
export const lagsBehind = `
  (${isOpen} AND CASE rollout.kind WHEN 'calendar' THEN ${lacksEdition} WHEN 'organisation' THEN ${namesPredecessor} END)`;
