import {
  conferenceDutyKinds,
  petitionDutyKinds,
  reportDutyKinds,
  type DutyKind,
  type Letter,
  type RecipientRole,
} from '@dialogue/domain';

import { samples } from './letter-samples.vi.js';
import type { Sample } from './sample.js';
import { aDuty } from './sample-request.vi.js';

/** One letter as one recipient gets it. */
export interface SampleLetter {
  /** `assigned/handler`, `dutyReminder-answer/agencyHead`. */
  readonly id: string;
  readonly letter: Letter;
  readonly recipientRole: RecipientRole;
  readonly dueOn: string | null;
  readonly citations: readonly string[];
}

/** Every kind of duty that somebody can be reminded of. */
export const dutyKinds: readonly DutyKind[] = [...petitionDutyKinds, ...conferenceDutyKinds, ...reportDutyKinds];

/** Who may be reminded or told that a day has passed: ladders are settings, so it may be anybody but the person. */
const officers: readonly RecipientRole[] = [
  ...(['handler', 'agencyHead', 'leadOffice', 'monitor', 'front'] as const),
  ...(['host', 'superior'] as const),
];

/** Every letter to every recipient: each kind, and each duty both before and after its day. */
export const sampleLetters: readonly SampleLetter[] = [
  ...Object.entries(samples).flatMap(([kind, sample]) => toEach(kind, sample)),
  ...dutyKinds.flatMap((duty) => [
    ...toEach(`dutyReminder-${duty}`, ofDuty({ kind: 'dutyReminder', ...aDuty(duty) })),
    ...toEach(`dutyOverdue-${duty}`, ofDuty({ kind: 'dutyOverdue', ...aDuty(duty, { workingDaysLeft: -3 }) })),
  ]),
];

function ofDuty(letter: Letter): Sample {
  return { letter, roles: officers, dueOn: samples.dutyReminder.dueOn, citations: [] };
}

function toEach(name: string, { letter, roles, dueOn, citations }: Sample): readonly SampleLetter[] {
  return roles.map((recipientRole) => ({ id: `${name}/${recipientRole}`, letter, recipientRole, dueOn, citations }));
}
