import { hostKindsOf, mayHost, type LocalDate, type OrganisationCode, type PostKind } from '@dialogue/domain';

import { validOn } from '../organisations/on-day.js';
import { bodyInForce } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';
import { termsInForce } from '../terms/terms-in-force.js';

/** A post that somebody holds, or is in charge of, on a day, and whose holder may host (D1). */
export interface HostPost {
  readonly id: string;
  readonly organisationCode: OrganisationCode;
  readonly kind: PostKind;
  readonly title: string;
}

/** D1, D13.1: of the body that answers for the code on the day, also by its own terms; acting holders count. */
export async function hostPosts(sql: Sql, code: string, on: LocalDate): Promise<readonly HostPost[]> {
  const body = await bodyInForce(sql, code, on);
  const held = await sql<HostPost & { readonly bodyKind: string }>(
    `SELECT posts.id, posts.organisation_code AS "organisationCode", posts.kind, posts.title, body.kind AS "bodyKind"
     FROM posts JOIN organisations body ON body.code = posts.organisation_code
     WHERE posts.organisation_code = $1 AND ${validOn('posts', '$2::date')}
       AND EXISTS (SELECT FROM post_holders holder WHERE holder.post_id = posts.id AND ${validOn('holder', '$2::date')})
     ORDER BY posts.kind, posts.title`,
    [body, on],
  );
  const set = body === null ? null : await termsInForce(sql, 'conference', { organisation: body, on });
  const further = set === null ? [] : hostKindsOf(set.terms);
  return held
    .filter(({ kind, bodyKind }) => mayHost(kind, bodyKind, further))
    .map(({ id, organisationCode, kind, title }) => ({ id, organisationCode, kind, title }));
}
