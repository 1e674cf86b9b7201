import {
  letterTimings,
  mayBeGathered,
  type Instant,
  type Letter,
  type LetterKind,
  type LocalDate,
  type OrganisationCode,
  type PostKind,
  type RecipientRole,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { settingOn } from '../mail-settings/on-day.js';
import type { Addressee } from '../recipients/recipients.js';
import { wakeMails } from '../relay/tell-case.js';
import { deterministicId } from '../sql/deterministic-id.js';
import { inTransaction, type Sql } from '../sql/sql.js';
import { isVirtual } from './virtual.js';
import { writeDelivery } from './write-delivery.js';

/** How many addresses at most in one step. */
const addressesAtOnce = 50;

/** What was gathered in one step; `isMore`: addresses may be left. */
export interface GatheredMorning {
  readonly digests: number;
  readonly letters: number;
  readonly isMore: boolean;
}

/** The letters of a morning. */
export interface Digests {
  /**
   * What waits for some addresses becomes one letter each, in one transaction: a step that dies leaves nothing behind, and one
   * that runs again finds what there is. An address has one a day; what comes after it goes by itself.
   */
  gatherDigests(morning: { readonly on: LocalDate; readonly at: Instant }): Promise<GatheredMorning>;
}

/** Over the connections of the worker's role. */
export function createDigests(dataSource: DataSource): Digests {
  return { gatherDigests: async (morning) => inTransaction(dataSource, async (sql) => gather(sql, morning)) };
}

interface WaitingRow {
  readonly id: string;
  /** The address without regard to capitals. */
  readonly place: string;
  readonly address: string;
  readonly role: RecipientRole;
  readonly organisation_code: OrganisationCode;
  readonly person_id: string | null;
  readonly post_kind: PostKind | null;
  readonly post_title: string | null;
  readonly deputy_for: string | null;
}

async function gather(
  sql: Sql,
  { on, at }: { readonly on: LocalDate; readonly at: Instant },
): Promise<GatheredMorning> {
  const kinds = Object.keys(letterTimings).filter(isGathered);
  const rows = await sql<WaitingRow>(waiting, [on, kinds, addressesAtOnce]);
  const addresses = [...new Set(rows.map(({ place }) => place))];
  for (const address of addresses) {
    const letters = rows.filter(({ place }) => place === address);
    await makeDigest(sql, { on, at, address, letters });
  }
  return { digests: addresses.length, letters: rows.length, isMore: addresses.length === addressesAtOnce };
}

function isGathered(kind: string): boolean {
  // eslint-disable-next-line house/no-assertion -- a key of the table of all kinds
  return mayBeGathered(kind as LetterKind);
}

/** Not yet tried, and for nobody who has had a digest that day. Whoever claims one of them meanwhile has it. */
const waiting = `
  WITH gathered AS (
    SELECT delivery.id, lower(delivery.address) AS place
    FROM mail_deliveries delivery
    JOIN letters letter ON letter.id = delivery.letter_id
    JOIN ${settingOn('delivery.organisation_code', '$1')} setting ON setting.mode = 'digest'
    WHERE delivery.state = 'queued' AND delivery.digest_id IS NULL AND delivery.attempts = 0 AND delivery.address IS NOT NULL
      AND letter.kind = ANY ($2) AND NOT ${isVirtual('letter')}
      AND NOT EXISTS (SELECT FROM letters made JOIN mail_deliveries digest ON digest.letter_id = made.id
        WHERE made.case_kind = 'digest' AND made.case_id = $1::date::text AND lower(digest.address) = lower(delivery.address))
  ), places AS (SELECT DISTINCT place FROM gathered ORDER BY place LIMIT $3)
  SELECT delivery.id, gathered.place, delivery.address, delivery.recipient_role AS role, delivery.organisation_code, delivery.person_id,
    delivery.post_kind, delivery.post_title, delivery.deputy_for
  FROM mail_deliveries delivery JOIN gathered ON gathered.id = delivery.id JOIN places ON places.place = gathered.place
  WHERE delivery.state = 'queued' AND delivery.digest_id IS NULL
  ORDER BY gathered.place, delivery.queued_at, delivery.id FOR UPDATE OF delivery`;

interface Morning {
  readonly on: LocalDate;
  readonly at: Instant;
  readonly address: string;
  readonly letters: readonly WaitingRow[];
}

async function makeDigest(sql: Sql, { on, at, address, letters }: Morning): Promise<void> {
  const [first] = letters;
  if (first === undefined) return;
  const letterId = deterministicId('letter', 'digest', on, address);
  const deliveryId = deterministicId('delivery', letterId);
  const content: Letter = { kind: 'digest', on };
  await sql(
    `INSERT INTO letters (id, case_kind, case_id, key, kind, content, sequence, owed_at, rule)
     VALUES ($1, 'digest', $2, $3, 'digest', $4, NULL, $5, $6)`,
    // The key does not give the address away.
    [letterId, on, `digest/${letterId}`, JSON.stringify(content), new Date(at), letterTimings.digest.rule],
  );
  const recipient = { role: first.role, organisationCode: first.organisation_code, addressee: addresseeOf(first) };
  await writeDelivery(sql, { id: deliveryId, letterId, recipient });
  const ids = letters.map(({ id }) => id);
  await sql(
    'UPDATE mail_deliveries SET digest_id = $1, send_after = $3, updated_at = clock_timestamp() WHERE id = ANY ($2)',
    [deliveryId, ids, new Date(at)],
  );
  // Whatever waited by itself has nothing more to wait for.
  await wakeMails(sql, ids);
}

/** A digest goes to whom its letters went. */
function addresseeOf({ address, person_id, post_kind, post_title, deputy_for }: WaitingRow): Addressee {
  if (person_id === null || post_kind === null || post_title === null) return { address, holder: null };
  return {
    address,
    holder: { personId: person_id, postKind: post_kind, postTitle: post_title, deputyFor: deputy_for },
  };
}
