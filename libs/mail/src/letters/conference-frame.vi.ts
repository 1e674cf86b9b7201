import { formatDay, type LocalDate } from '@dialogue/domain';
import type { Fact, LetterDetails, LetterRequest } from './letter-request.js';

type ConferenceDetails = Extract<LetterDetails, { readonly kind: 'conference' }>;

/** @throws Error when a letter of a conference was asked for without the words of its plan: a bug of the caller. */
export function conferenceDetails({ details }: LetterRequest): ConferenceDetails {
  if (details?.kind !== 'conference') throw new Error('A letter of a conference needs the words of its plan');
  return details;
}

/** Before the day of a conference. */
export const dayLabel = 'Ngày tổ chức';

/** What every letter of a conference says of it. */
export function conferenceFacts(
  { conferenceOn }: { readonly conferenceOn: LocalDate },
  request: LetterRequest,
): readonly Fact[] {
  const { hostName, place, contents } = conferenceDetails(request);
  return [
    { label: dayLabel, value: formatDay(conferenceOn) },
    { label: 'Địa điểm', value: place },
    { label: 'Nội dung đối thoại', value: contents },
    { label: 'Người chủ trì', value: `Người đứng đầu ${hostName}` },
  ];
}
