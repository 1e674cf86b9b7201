import type { ConferenceStage, PetitionStage, ReportStage } from '@dialogue/domain';

import type { RunningApi } from './running-api.fixture.js';

/** What the ledger would have written, had a worker been there. */
export interface Recorded {
  /** The command has its outcome. */
  decide(commandId: string, outcome: 'accepted' | { readonly refused: string; readonly rule: string }): Promise<void>;
  conferenceIs(id: string, stage: ConferenceStage): Promise<void>;
  petitionIs(id: string, stage: PetitionStage): Promise<void>;
  /** A petition of a conference; `hasHeard`: the conference knows of it as well. */
  attached(petitionId: string, conferenceId: string, hasHeard: boolean): Promise<void>;
  reportIs(id: string, stage: Exclude<ReportStage, 'sent'>): Promise<void>;
  /** How many rows the door has written. */
  rows(): Promise<object>;
}

export function recordedIn(api: RunningApi): Recorded {
  const sql: RunningApi['sql'] = (query, parameters) => api.sql(query, parameters);
  return {
    async decide(commandId, outcome) {
      const refusal = outcome === 'accepted' ? [null, null] : [outcome.refused, outcome.rule];
      const kind = outcome === 'accepted' ? 'accepted' : 'refused';
      await sql(
        `UPDATE commands SET outcome = $2, outcome_code = $3, outcome_rule = $4,
          outcome_sequence = CASE WHEN $2 = 'accepted' THEN 1 END, decided_at = now(), recorded_at = now() WHERE id = $1`,
        [commandId, kind, ...refusal],
      );
    },
    async conferenceIs(id, stage) {
      await sql(
        `INSERT INTO conferences (id, stage, on_day, starts_at, held_on, last_sequence)
         SELECT id, $2, on_day, starts_at, CASE WHEN $2 IN ('held', 'followUp', 'closed') THEN on_day END, 1
         FROM conference_plans WHERE id = $1
         ON CONFLICT (id) DO UPDATE SET stage = EXCLUDED.stage, held_on = EXCLUDED.held_on`,
        [id, stage],
      );
    },
    async petitionIs(id, stage) {
      await sql(
        `INSERT INTO petitions (id, stage, source, is_written_answer_required, last_sequence)
         SELECT id, $2, source, is_written_answer_required, 1 FROM petition_submissions WHERE id = $1`,
        [id, stage],
      );
    },
    async attached(petitionId, conferenceId, hasHeard) {
      await sql(`UPDATE petitions SET conference_id = $2, conference_path = 'briefing' WHERE id = $1`, [
        petitionId,
        conferenceId,
      ]);
      if (!hasHeard) return;
      await sql(
        `INSERT INTO conference_petitions (conference_id, petition_id, path, is_raised, attached_on)
         VALUES ($1, $2, 'briefing', false, '2026-11-25')`,
        [conferenceId, petitionId],
      );
    },
    async reportIs(id, stage) {
      await sql(
        `INSERT INTO period_reports (id, stage, last_sequence) VALUES ($1, $2, 1)
         ON CONFLICT (id) DO UPDATE SET stage = EXCLUDED.stage`,
        [id, stage],
      );
    },
    async rows() {
      const [counts] = await sql<object>(
        `SELECT (SELECT count(*) FROM commands) AS commands, (SELECT count(*) FROM petition_submissions) AS submissions,
          (SELECT count(*) FROM petition_identities) AS identities, (SELECT count(*) FROM conference_plans) AS plans,
          (SELECT count(*) FROM report_openings) AS openings, (SELECT count(*) FROM outbox) AS outbox`,
      );
      return counts ?? {};
    },
  };
}
