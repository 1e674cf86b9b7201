import { citationOf, type RuleId } from '@dialogue/domain';

/** Said of a petition that does not belong to the conference. */
export const notOfConference = 'Kiến nghị này không thuộc hội nghị.';

/** Said of the body for which an act is entered. */
export const actingBodyMissing = 'Nêu mã cơ quan, đơn vị mà việc này được ghi thay.';
export const actsForItself = 'Tài khoản này chỉ ghi việc của chính cơ quan, đơn vị mình; hãy bỏ mục này.';

/** Said of who studies a petition, in an aggregated report. */
export const agencyOrBeyond =
  'Nêu cơ quan nghiên cứu, trả lời; hoặc ghi rõ nội dung vượt thẩm quyền (isBeyondAuthority), khi đó không nêu cơ quan.';

/** Said of the post of another host. */
export const hostPostNotHeld = 'Cơ quan, đơn vị này hiện không có người giữ hoặc phụ trách chức vụ đó.';

/** The place of a dialogue that a unit has yet to answer for. */
export const placeOfUnit = 'Do đơn vị được yêu cầu xác định';

/** D10.2: what those who speak keep to; it stands on the invitation and beside the register of speakers. */
export const speakingRules =
  'Phát biểu theo thứ tự và nội dung đã đăng ký; chấp hành trật tự, nguyên tắc đối thoại; nêu thông tin chính xác, không lan truyền thông tin sai sự thật (khoản 2 Điều 10).';

/** Said of somebody who came for a body that is not among those that came. */
export const representativeNotPresent = 'Người dự phải thuộc cơ quan, đơn vị có mặt.';

/** Names the petitions that nobody has concluded on. */
export function conclusionsMissing(numbers: readonly string[]): string {
  return `Chưa có kết luận đối với: ${numbers.join(', ')}.`;
}

/** Names the petitions that the conference is just being told of. */
export function petitionsOnTheirWay(numbers: readonly string[]): string {
  return `Đang được ghi vào hội nghị: ${numbers.join(', ')}.`;
}

/** Said of the field of a conference. */
export const fieldRequired = 'Hội nghị đột xuất phải có đúng một lĩnh vực.';
export const fieldRefused = 'Hội nghị định kỳ không giới hạn lĩnh vực; hãy bỏ mục này.';

/** Said where another office leads than the text names, and nobody says why; without a row: than the register names. */
export function leadOfficeReasonMissing(rule: RuleId | null): string {
  const named = rule === null ? 'danh bạ' : `${citationOf(rule)} của Quy định`;
  return `Cơ quan này khác với cơ quan chủ trì tham mưu theo ${named}; hãy nêu lý do (leadOfficeReason).`;
}

/** Said where the text leaves it to somebody who prepares, and nobody says who named the office. */
export function leadOfficeNamerMissing(rule: RuleId): string {
  return `Theo ${citationOf(rule)} của Quy định, việc chuẩn bị do người có thẩm quyền phân công; hãy nêu chức danh người phân công (leadOfficeNamedBy) hoặc lý do (leadOfficeReason).`;
}

/** Said where the text names the office itself. */
export function leadOfficeNamedAlready(rule: RuleId): string {
  return `${citationOf(rule)} của Quy định đã nêu cơ quan chủ trì tham mưu, không do ai phân công; chọn cơ quan khác thì nêu lý do (leadOfficeReason).`;
}
