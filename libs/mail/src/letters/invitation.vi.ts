import { formatDay, hourWords } from '@dialogue/domain';
import { conferenceDetails, conferenceFacts } from './conference-frame.vi.js';
import { conductWords } from './guest-event.vi.js';
import type { LetterWriter } from './letter-request.js';
import { agencyName } from './words.vi.js';

/** Invites a body to send its leader, with time, place, programme and the rules of conduct (D4.5, D8.1g, D10.2, D10.3a). */
export const invitationLetter: LetterWriter<'invitation'> = (letter, request) => ({
  topic: `Giấy mời dự hội nghị đối thoại, ${formatDay(letter.conferenceOn)}`,
  paragraphs: [
    `Trân trọng kính mời đại diện lãnh đạo ${agencyName(letter.agency, request)} dự hội nghị đối thoại trực tiếp với nhân dân, lúc ${hourWords(letter.startsAt)}, ${formatDay(letter.conferenceOn)}.`,
    'Đề nghị quý cơ quan xác nhận lãnh đạo dự hội nghị (họ tên, chức vụ); trường hợp không dự được, đề nghị cử lãnh đạo khác.',
    ...programmeWords(conferenceDetails(request).programme),
    conductWords.dress,
    conductWords.order,
  ],
  facts: [...conferenceFacts(letter, request), { label: 'Thời gian', value: hourWords(letter.startsAt) }],
  deadline: null,
  rules: ['D8.1g', 'D10.3a', 'D10.2', 'D4.5'],
});

function programmeWords(programme: string | null): readonly string[] {
  return programme === null ? [] : [`Chương trình: ${programme}`];
}
