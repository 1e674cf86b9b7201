import { citationOf, formatDate, isLocalDate, type CaseKind } from '@dialogue/domain';
import type { HistoryRow } from '@dialogue/persistence';

import { roleNames } from './case-names.vi.js';
import { commandName } from './case-sentences.vi.js';
import { letterName } from './letter-names.vi.js';

/** What time itself does to a case; everything else comes of a command, and is called by its name. */
const timeEvents: Readonly<Record<string, string>> = {
  urged: 'đôn đốc',
  remindersDropped: 'bỏ lời nhắc đã muộn',
  deadlineMissed: 'ghi nhận quá hạn',
  receiptDeemed: 'coi văn bản giao việc là đã nhận',
  deferralEnded: 'đưa trở lại xem xét vì đã đến ngày hẹn',
};

/** The document that proves an act which was entered for somebody else. */
export interface OnBehalf {
  readonly number: string;
  readonly signedOn: string;
  readonly signatory: string;
}

/** For whom an act was entered, where its words name the document that proves it. */
export function onBehalfIn(words: HistoryRow['words']): OnBehalf | null {
  const evidence = words?.['evidence'];
  if (typeof evidence !== 'object' || evidence === null) return null;
  const [number, signedOn, signatory]: unknown[] = ['number', 'signedOn', 'signatory'].map((part): unknown =>
    Reflect.get(evidence, part),
  );
  if (typeof number !== 'string' || typeof signedOn !== 'string' || typeof signatory !== 'string') return null;
  return { number, signedOn, signatory };
}

/** Who did what, until when, for whom, by which rule: one line of the history as people read it. */
export function eventSentence(caseKind: CaseKind, row: HistoryRow): string {
  const { event, command, rule, facts, words } = row;
  const named = command === null ? null : commandName(caseKind, command);
  const what = named ?? timeEvents[event] ?? `ghi nhận "${event}"`;
  const { dueOn } = facts;
  const until = typeof dueOn === 'string' && isLocalDate(dueOn) ? `, hạn ${formatDate(dueOn)}` : '';
  return `${whoOf(row)} ${what}${until}${behalfOf(words)}, theo ${citationOf(rule)}.`;
}

function whoOf({ actor, link }: Pick<HistoryRow, 'actor' | 'link'>): string {
  if (link !== null) return byLink(link);
  if (actor === null) return 'Hệ thống';
  const { role, username, organisation } = actor;
  return `${roleNames[role]} ${username}${organisation === null ? '' : ` (${organisation.name})`}`;
}

/** D11.1c: a body without an account; which letter it was, and where that went. */
function byLink({ organisation, letterKind, maskedAddress }: NonNullable<HistoryRow['link']>): string {
  const to = maskedAddress === null ? '' : ` gửi đến ${maskedAddress}`;
  return `${organisation.name} (bằng liên kết trong thư “${letterName(letterKind)}”${to})`;
}

function behalfOf(words: HistoryRow['words']): string {
  const document = onBehalfIn(words);
  if (document === null) return '';
  const { number, signedOn, signatory } = document;
  const day = isLocalDate(signedOn) ? formatDate(signedOn) : signedOn;
  return `, căn cứ văn bản số ${number} ngày ${day} do ${signatory} ký`;
}
