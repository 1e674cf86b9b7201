/** How a link stands, as SQL over `link`: what a rule refused uses none up, and one act uses up all links of a letter. */
export const linkStanding = `
  CASE
    WHEN link.revoked_at IS NOT NULL THEN 'revoked'
    WHEN EXISTS (SELECT FROM case_links sibling JOIN commands used ON used.link_id = sibling.id
      WHERE sibling.delivery_id = link.delivery_id AND used.outcome IS DISTINCT FROM 'refused') THEN 'used'
    WHEN link.expires_at <= clock_timestamp() THEN 'expired'
    ELSE 'open'
  END`;

/** An address as far as one may be told from another: its first letter and its domain. */
export function masked(address: string): string {
  return `CASE WHEN ${address} LIKE '%@%' THEN left(${address}, 1) || '***@' || split_part(${address}, '@', 2) END`;
}
