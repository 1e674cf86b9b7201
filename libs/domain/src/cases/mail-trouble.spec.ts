import { describe, expect, it } from '@jest/globals';

import type { DeliveryTrouble } from './letter.js';
import { deliveryNoted, type MailTrouble } from './mail-trouble.js';

const quiet: MailTrouble = { lettersInTrouble: [], troublesTold: 0 };
const at = 1_772_500_000_000;

function noted(state: MailTrouble, outcome: DeliveryTrouble | 'settled') {
  return deliveryNoted(state, { kind: 'noteDelivery', deliveryId: 'd-1', outcome }, at);
}

describe('a case that hears of a letter', () => {
  it.each(['unaddressed', 'refused', 'bounced', 'uncertain'] as const)(
    'D11.3: is in trouble with one that is %s, and has the lead office told',
    (outcome) => {
      const { state, notices, rule, facts } = noted(quiet, outcome);

      expect([rule, facts]).toEqual(['D11.3', { deliveryId: 'd-1', outcome }]);
      expect(state).toEqual({ lettersInTrouble: ['d-1'], troublesTold: 1 });
      expect(notices).toEqual([
        {
          key: 'deliveryTrouble/d-1/1',
          letter: { kind: 'deliveryTrouble', deliveryId: 'd-1', outcome },
          recipients: ['leadOffice'],
        },
      ]);
    },
  );

  it('D11.3: has the lead office told each time it comes back', () => {
    const once = noted(noted(quiet, 'bounced').state, 'settled');
    expect([once.state.lettersInTrouble, once.notices]).toEqual([[], []]);

    expect(noted(once.state, 'bounced').notices).toMatchObject([{ key: 'deliveryTrouble/d-1/2' }]);
  });
});
