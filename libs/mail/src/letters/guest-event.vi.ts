import type { CalendarEvent, ConferenceLetter, GuestEvent } from '@dialogue/domain';
import { conferenceDetails } from './conference-frame.vi.js';
import type { LetterRequest } from './letter-request.js';

/** The letters that change what stands in the calendar of a guest (D8.1g). */
type GuestLetter = Extract<ConferenceLetter, { readonly event?: GuestEvent }>;

/** RFC 5546: after them there is nothing in the calendar, until another day brings the entry back with a higher sequence. */
const takesAway: readonly GuestLetter['kind'][] = ['conferenceCancelled', 'conferencePostponed'];

/** The entry that goes with a letter; null where it has none. The same id for the whole life of a conference. */
export function guestEventOf(request: LetterRequest): CalendarEvent | null {
  const { letter } = request;
  return 'event' in letter ? eventOf(letter, letter.event, request) : null;
}

function eventOf(letter: GuestLetter, event: GuestEvent, request: LetterRequest): CalendarEvent {
  const { place, programme, hostName } = conferenceDetails(request);
  const lines = [
    `Người chủ trì: người đứng đầu ${hostName}.`,
    ...(programme === null ? [] : [`Chương trình: ${programme}`]),
    conductWords.dress,
    conductWords.order,
    request.link,
  ];
  return {
    id: request.caseNumber,
    method: takesAway.includes(letter.kind) ? 'CANCEL' : 'REQUEST',
    ...event,
    on: letter.kind === 'conferencePostponed' ? letter.wasOn : letter.conferenceOn,
    summary: `Hội nghị đối thoại trực tiếp với nhân dân (${request.caseNumber})`,
    place,
    description: lines.join('\n'),
  };
}

/** D4.5, D10.2, D10.3a: as it stands on the invitation. */
export const conductWords = {
  dress:
    'Cán bộ, công chức dự hội nghị mặc trang phục chỉnh tề, đeo thẻ công chức (nếu có) theo quy định; trả lời những nội dung thuộc trách nhiệm khi người chủ trì yêu cầu.',
  order:
    'Người dự hội nghị thực hiện đúng chương trình và nguyên tắc đối thoại; nêu đúng sự thật; không lợi dụng đối thoại để làm trái quy định hoặc đưa thông tin không có căn cứ, gây ảnh hưởng đến tổ chức, cá nhân khác.',
} as const;
