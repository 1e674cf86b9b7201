import { dutyNames, formatDay, type DutyFacts, type RuleId } from '@dialogue/domain';
import type { Deadline, Fact, LetterRequest } from './letter-request.js';
import { agencyFact } from './words.vi.js';

/** The parts that reminders and overdue letters share. */
export function dutyDeadline({ duty, rule, anchorOn, dueOn, workingDaysLeft, isProvisional }: DutyFacts): Deadline {
  const label = dutyNames[duty];
  return { label, on: dueOn, workingDaysLeft, isProvisional, counted: { rule, anchorOn } };
}

export function dutyFactLines({ agency, anchorOn }: DutyFacts, request: LetterRequest): readonly Fact[] {
  const since: Fact = { label: 'Thời hạn tính từ', value: formatDay(anchorOn) };
  return agency === null ? [since] : [agencyFact(agency, request), since];
}

/** The rule of the duty itself, then the rule by which this reader is concerned. */
export function dutyRules({ duty, rule }: DutyFacts, { recipientRole }: LetterRequest): readonly RuleId[] {
  // D11.1c: whatever set the date of an answer, the agency owes it by this rule.
  const own = duty === 'answer' ? 'D11.1c' : rule;
  const readers: readonly RuleId[] =
    recipientRole === 'host'
      ? ['D10.1a']
      : recipientRole === 'leadOffice' || recipientRole === 'monitor'
        ? ['D11.3']
        : [];
  return [own, ...readers.filter((each) => each !== own)];
}
