import type { Instant, LocalDate } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import type { NamedAccount } from './case-reads.js';

/** D9: who registered to speak, and about what, in this order. */
interface SpeakerRow {
  readonly place: number;
  readonly speaker: string;
  readonly content: string;
  readonly petitionId: string | null;
  readonly isAtConference: boolean;
}

/** D10.3b: one version of the minutes; none is ever overwritten. */
export interface MinutesRow {
  readonly version: number;
  readonly savedAt: Instant;
  readonly savedBy: NamedAccount | null;
  readonly signedOn: LocalDate | null;
}

/** One version with its words: what was said, and the five steps of article 9 as far as they were written down. */
export interface MinutesText extends MinutesRow {
  readonly text: string;
  readonly proceedings: Readonly<Record<string, string>> | null;
}

/** Something that was noted on a conference: a remark of supervision (D13.3), a proposal on policy (D11.2a). */
export interface NoteRow {
  readonly number: number;
  readonly at: Instant;
  readonly by: NamedAccount | null;
  readonly text: string;
}

/** What has been said and written from the day of a conference on; the words come from the commands. */
export interface ConferenceActs {
  readonly speakers: readonly SpeakerRow[];
  readonly minutes: readonly MinutesRow[];
  readonly supervision: readonly NoteRow[];
  readonly policyProposals: readonly NoteRow[];
}

export async function conferenceActs(sql: Sql, id: string): Promise<ConferenceActs> {
  return {
    speakers: await speakers(sql, id),
    minutes: await savedMinutes<MinutesRow>(sql, id, ''),
    supervision: await notes(sql, id, { event: 'supervisionRecorded', word: 'remark' }),
    policyProposals: await notes(sql, id, { event: 'policyProposed', word: 'proposal' }),
  };
}

/** D10.3b: every version with its words. */
export async function minutesOf(sql: Sql, id: string): Promise<readonly MinutesText[]> {
  return savedMinutes<MinutesText>(sql, id, 'saved.text, saved.proceedings,');
}

/** Every version, the first first; the minutes that came with the record of the conference are the first. */
async function savedMinutes<Row extends MinutesRow>(sql: Sql, id: string, words: string): Promise<readonly Row[]> {
  return sql<Row>(
    `SELECT saved.version, (extract(epoch FROM saved.at) * 1000)::float8 AS "savedAt", ${words} ${actor} AS "savedBy",
       (SELECT facts ->> 'signedOn' FROM case_events signed
        WHERE signed.case_kind = 'conference' AND signed.case_id = $1 AND signed.event = 'minutesSigned'
          AND (signed.facts ->> 'version')::int = saved.version) AS "signedOn"
     FROM (
       SELECT event.at, event.actor_id, words -> 'proceedings' AS proceedings,
         COALESCE(words ->> 'text', words ->> 'minutes') AS text,
         COALESCE(event.facts ->> 'version', event.facts ->> 'minutesVersion')::int AS version
       FROM case_events event JOIN commands ON commands.id = event.command_id
       WHERE event.case_kind = 'conference' AND event.case_id = $1 AND event.event IN ('held', 'minutesSaved')
     ) saved LEFT JOIN accounts actor ON actor.id = saved.actor_id
     WHERE saved.version IS NOT NULL ORDER BY saved.version`,
    [id],
  );
}

async function speakers(sql: Sql, id: string): Promise<readonly SpeakerRow[]> {
  return sql<SpeakerRow>(
    `SELECT (event.facts ->> 'place')::int AS place, words ->> 'speaker' AS speaker, words ->> 'content' AS content,
       event.facts ->> 'petitionId' AS "petitionId", (event.facts ->> 'isAtConference')::boolean AS "isAtConference"
     FROM case_events event JOIN commands ON commands.id = event.command_id
     WHERE event.case_kind = 'conference' AND event.case_id = $1 AND event.event = 'speakerRegistered'
     ORDER BY place`,
    [id],
  );
}

async function notes(
  sql: Sql,
  id: string,
  { event, word }: { readonly event: string; readonly word: string },
): Promise<readonly NoteRow[]> {
  const rows = await sql<Omit<NoteRow, 'at'> & { readonly at: Date }>(
    `SELECT (event.facts ->> 'number')::int AS number, event.at, words ->> $3 AS text, ${actor} AS by
     FROM case_events event JOIN commands ON commands.id = event.command_id
     LEFT JOIN accounts actor ON actor.id = event.actor_id
     WHERE event.case_kind = 'conference' AND event.case_id = $1 AND event.event = $2
     ORDER BY number`,
    [id, event, word],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
}

const actor = `CASE WHEN actor.id IS NOT NULL THEN jsonb_build_object('id', actor.id, 'username', actor.username) END`;
