import type { AnyCaseState } from '../cases/case-states.js';
import type { Transition } from '../cases/case-machine.js';
import { pointlessBecause } from './letter-purpose.js';

/** D11.3: letters that the very transition which owes them leaves without a purpose: there must be none. */
export function bornPointless(history: readonly Transition<AnyCaseState>[]): readonly string[] {
  return history.flatMap(({ state, notices }) =>
    notices.flatMap(({ key, letter, recipients }) =>
      recipients.flatMap((role) => {
        const reason = pointlessBecause(letter, { key, role, state, isSuperseded: false });
        return reason === null ? [] : [`${key} to ${role}: ${reason}`];
      }),
    ),
  );
}
