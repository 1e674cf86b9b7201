import { documentMark, yearOf, type DocumentReference, type OrganisationCode } from '@dialogue/domain';
import type { Deadline, Fact, LetterRequest } from './letter-request.js';

export function agencyName(code: OrganisationCode, { organisationNames }: LetterRequest): string {
  return organisationNames[code] ?? code;
}

/** `Thông báo giao việc số 45-TB/VPTU ngày 02/11/2026`, or any other kind of document. */
export function documentWords(kind: string, document: DocumentReference): string {
  return `${kind} ${documentMark(document)}`;
}

/** On the button that leads to where a body answers without an account. */
export const actionLabel = 'Xem và trả lời';

/** Before the address of a working. */
export const workingLabel = 'Cách tính thời hạn';

export const assignmentDocument = 'Thông báo giao việc';

export function provisionalWords({ on }: Deadline): string {
  const year = String(yearOf(on));
  return `Thời hạn nêu trên là tạm tính, vì lịch nghỉ năm ${year} chưa được công bố đầy đủ; khi lịch nghỉ được công bố, thời hạn được tính lại và thông báo.`;
}

export function agencyFact(code: OrganisationCode, request: LetterRequest): Fact {
  return { label: 'Cơ quan được giao', value: agencyName(code, request) };
}

export function assignmentFact(document: DocumentReference): Fact {
  return { label: 'Văn bản giao việc', value: documentWords(assignmentDocument, document) };
}

export function isPetitioner({ recipientRole }: LetterRequest): boolean {
  return recipientRole === 'petitioner';
}

export function isAgency({ recipientRole }: LetterRequest): boolean {
  return recipientRole === 'handler' || recipientRole === 'agencyHead';
}
