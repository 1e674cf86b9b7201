import type { Transition } from './case-machine.js';
import type { DeliveryTrouble } from './letter.js';
import type { Notice } from './notice.js';
import type { Instant } from '../time/instant.js';

/** What a case hears of a letter: that it is in trouble, or that the trouble is over. */
export type DeliveryNews = DeliveryTrouble | 'settled';

/** Told by a letter's own workflow: what became of it. */
export interface DeliveryNote {
  readonly kind: 'noteDelivery';
  readonly deliveryId: string;
  readonly outcome: DeliveryNews;
}

/** What a case remembers of its letters. */
export interface MailTrouble {
  readonly lettersInTrouble: readonly string[];
  /** How often the lead office was told of such a letter; tells those letters apart. */
  readonly troublesTold: number;
}

/** D11.3: a letter that does not arrive is visible, and the lead office is told each time: it may be in trouble again. */
export function deliveryNoted<State extends MailTrouble>(
  state: State,
  { deliveryId, outcome }: DeliveryNote,
  at: Instant,
): Transition<State> {
  const others = state.lettersInTrouble.filter((id) => id !== deliveryId);
  const happened = { event: 'deliveryNoted', at, rule: 'D11.3', facts: { deliveryId, outcome } } as const;
  if (outcome === 'settled') return { ...happened, state: { ...state, lettersInTrouble: others }, notices: [] };
  const troublesTold = state.troublesTold + 1;
  const notice: Notice = {
    key: `deliveryTrouble/${deliveryId}/${String(troublesTold)}`,
    letter: { kind: 'deliveryTrouble', deliveryId, outcome },
    recipients: ['leadOffice'],
  };
  const after = { ...state, lettersInTrouble: [...others, deliveryId], troublesTold };
  return { ...happened, state: after, notices: [notice] };
}
