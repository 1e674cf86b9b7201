import {
  citationOf,
  dutyNames,
  formatDate,
  formatDay,
  hourWords,
  workingUrlOf,
  type DutyKind,
  type LinkedAct,
  type LocalDate,
} from '@dialogue/domain';
import type { DutyAfter } from '@dialogue/persistence';

import { escapeHtml } from '../http/html-page.js';
import type { LinkCase } from './link-case.js';
import { link } from './link-page-parts.vi.js';

/** A duty that is next once an act is recorded, and who owes it. */
interface NextDuty {
  readonly kind: DutyKind;
  readonly owedBy: string;
}

/** D11.1c, D8.1: by which duties a matter goes on after each act; an act that leads to none has its day elsewhere. */
const nextDuties: Readonly<Record<LinkedAct, readonly NextDuty[]>> = {
  acknowledge: [{ kind: 'answer', owedBy: 'cơ quan nhận văn bản giao việc' }],
  answer: [
    { kind: 'approve', owedBy: 'người chủ trì' },
    // Of a report of progress: the day of the next one.
    { kind: 'answer', owedBy: 'cơ quan được giao' },
  ],
  requestExtension: [{ kind: 'decideExtension', owedBy: 'người chủ trì' }],
  returnAssignment: [{ kind: 'assign', owedBy: 'cơ quan đầu mối' }],
  contribute: [{ kind: 'answer', owedBy: 'cơ quan chủ trì giải quyết' }],
  recordResolution: [
    { kind: 'tell', owedBy: 'cơ quan đầu mối' },
    { kind: 'close', owedBy: 'cơ quan đầu mối' },
  ],
  recordOpinionsReceived: [{ kind: 'issueAggregateReport', owedBy: 'cơ quan đầu mối' }],
  recordPreparedAnswer: [{ kind: 'holdBriefing', owedBy: 'người chủ trì' }],
  recordSituationReport: [{ kind: 'holdBriefing', owedBy: 'người chủ trì' }],
  confirmAttendance: [],
  declineAttendance: [],
};

/** Null: nobody knows. */
interface Foreseen extends Place {
  readonly duties: readonly DutyAfter[] | null;
}

/** When and where a duty is looked at. */
interface Place {
  readonly today: LocalDate;
  readonly publicUrl: string;
}

/** What an act leads to, and by when: before it is sent, so that nobody learns it only from the next letter. */
export function foresight(act: LinkedAct, { duties, today, publicUrl }: Foreseen): string {
  const lines = nextDuties[act].flatMap(({ kind, owedBy }) =>
    (duties ?? []).filter((duty) => duty.kind === kind).map((duty) => dutyLine(duty, owedBy, { today, publicUrl })),
  );
  if (lines.length === 0) return '';
  return `<p>Nếu gửi hôm nay theo nội dung trên, thời hạn tiếp theo là:</p>\n<ul class="duties">\n${lines.join('\n')}\n</ul>`;
}

function dutyLine(duty: DutyAfter, owedBy: string, { today, publicUrl }: Place): string {
  const { kind, rule, dueOn, isProvisional } = duty;
  const url = new URL(workingUrlOf(publicUrl, duty));
  return `<li><strong>${escapeHtml(dutyNames[kind])}: hết ${escapeHtml(formatDay(dueOn))}</strong>${isProvisional ? ' (tạm tính)' : ''}${dueOn < today ? ', nay đã quá hạn' : ''}.<br>
Thực hiện: ${escapeHtml(owedBy)}. ${escapeHtml(countOf(duty))}<br>
Căn cứ: ${escapeHtml(citationOf(rule))}. ${link(`${url.pathname}${url.search}`, 'Cách tính thời hạn')}</li>`;
}

/** How the day was found, and on which calendar. */
function countOf({ anchorOn, workingDays, edition }: DutyAfter): string {
  const calendar = `theo lịch làm việc, bản số ${String(edition)}.`;
  if (workingDays === undefined) return `Thời hạn được xác định ${calendar}`;
  return `Thời hạn là ${String(workingDays)} ngày làm việc, tính từ sau ngày ${formatDate(anchorOn)}, ${calendar}`;
}

/** D10.3a: when and where those who come are awaited; nothing of a case that has no day. */
export function appointment(act: LinkedAct, shown: LinkCase): string {
  if (act !== 'confirmAttendance' && act !== 'declineAttendance') return '';
  if (shown.kind !== 'conference' || shown.conference.postponedOn !== null) return '';
  const { startsAt, on, place } = shown.conference;
  return `<p>Hội nghị bắt đầu lúc ${escapeHtml(`${hourWords(startsAt)}, ${formatDay(on)}`)}, tại ${escapeHtml(place)}.</p>`;
}
