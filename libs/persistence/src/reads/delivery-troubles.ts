import type { Instant, LocalDate } from '@dialogue/domain';

import type { FallbackMeans } from '../deliveries/fallback.js';

/** That a letter came back, and what its server said; lately, if it was sent again. */
export interface BounceRow {
  readonly at: Instant;
  /** The enhanced status code of RFC 3463. */
  readonly status: string;
  /** In the words of the server, without addresses. */
  readonly text: string | null;
}

/** That a server has said it is still trying. */
export interface DelayRow {
  readonly at: Instant;
  readonly status: string;
}

/** What was told otherwise than by mail. */
export interface FallbackRow {
  readonly means: FallbackMeans;
  readonly toldOn: LocalDate;
  readonly evidenceNumber: string | null;
  /** Who was told: words of a person. */
  readonly told: string;
  readonly recordedAt: Instant;
  /** Why it was corrected, if it was. */
  readonly reason: string | null;
}

/** Of a row `delivery` of `mail_deliveries` joined with {@link fallbackTable}. */
export const troubleColumns = `
  CASE WHEN delivery.bounced_at IS NOT NULL THEN jsonb_build_object('at', (extract(epoch FROM delivery.bounced_at) * 1000)::bigint,
    'status', delivery.bounce_status, 'text', delivery.bounce_text) END AS bounce,
  CASE WHEN delivery.delayed_at IS NOT NULL THEN jsonb_build_object('at', (extract(epoch FROM delivery.delayed_at) * 1000)::bigint,
    'status', delivery.delay_status) END AS delay,
  CASE WHEN fallback.means IS NOT NULL THEN jsonb_build_object('means', fallback.means, 'toldOn', fallback.told_on,
    'evidenceNumber', fallback.evidence_number, 'told', fallback.told, 'reason', fallback.reason,
    'recordedAt', (extract(epoch FROM fallback.recorded_at) * 1000)::bigint) END AS fallback`;

/** The newest word on what was told otherwise counts. */
export const fallbackTable = `
  LEFT JOIN LATERAL (
    SELECT each.means, each.told_on, each.evidence_number, each.recorded_at, command.words ->> 'told' AS told,
      command.words ->> 'reason' AS reason
    FROM delivery_fallbacks each JOIN commands command ON command.id = each.command_id
    WHERE each.delivery_id = delivery.id ORDER BY each.number DESC LIMIT 1) fallback ON true`;
