import type { Decision } from '../cases/case-machine.js';
import { deliveryNoted } from '../cases/mail-trouble.js';
import type { Instant } from '../time/instant.js';
import { dateAt } from '../time/local-date.js';
import type { Asked } from './conference-asked.js';
import { decideChange } from './conference-changes.js';
import type { ConferenceCommand, ConferenceCommandKind } from './conference-commands.js';
import { decideDemand } from './conference-demand.js';
import { decideFailure } from './conference-failure.js';
import { decideNews } from './conference-follow-up.js';
import { decideGuests } from './conference-guests.js';
import { decideMinutes } from './conference-minutes.js';
import { decideOpinions } from './conference-opinions.js';
import { decideOutcome } from './conference-outcome.js';
import { decidePlan } from './conference-plan.js';
import { decidePostponement } from './conference-postponement.js';
import { decidePreparation } from './conference-preparation.js';
import { decideReview } from './conference-review.js';
import { conferenceSurroundings } from './conference-surroundings.js';
import type { Conference } from './conference.js';

type Decide = { readonly [Kind in ConferenceCommandKind]: (asked: Asked<Kind>) => Decision<Conference> };

/** What each command does, once its stage allows it. @throws CalendarExceeded when a count leaves the slice */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the command to its decider below
export function decideConference<Kind extends ConferenceCommandKind>(
  state: Conference,
  command: Extract<ConferenceCommand, { readonly kind: Kind }>,
  at: Instant,
): Decision<Conference> {
  const decider: (asked: Asked<Kind>) => Decision<Conference> = decisions[command.kind];
  return decider({ state, command, at, on: dateAt(at) });
}

const decisions: Decide = {
  ...decideDemand,
  ...decidePlan,
  ...decidePreparation,
  ...decideOpinions,
  ...decideGuests,
  ...decideChange,
  ...decidePostponement,
  ...decideFailure,
  ...decideMinutes,
  ...decideOutcome,
  ...decideReview,
  ...decideNews,
  ...conferenceSurroundings.decisions,
  noteDelivery: ({ state, command, at }) => ({ accepted: deliveryNoted(state, command, at) }),
};
