import { isLocalDate, type LocalDate } from '@dialogue/domain';

/** How sure a day is; no property of RFC 5545 says it. */
export const confidenceProperty = 'x-dialogue-confidence';
/** Who wrote the file. */
export const productId = '-//dialogue//working calendar//VI';

/** The identity of a day in every file that is ever written. */
export function uidOf(on: LocalDate): string {
  return `${on}@working-calendar.dialogue`;
}

/** The day of such an identity; null: somebody else's. */
export function dayOfUid(uid: string): LocalDate | null {
  const [on = '', host] = uid.split('@');
  return host === 'working-calendar.dialogue' && isLocalDate(on) ? on : null;
}
