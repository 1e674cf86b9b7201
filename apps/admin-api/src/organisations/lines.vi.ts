import { formatDay, type LocalDate } from '@dialogue/domain';

/** Said where the register has no body for a role of article 7. */
export function noBody(role: string): string {
  return `Danh bạ chưa có ${role}; cơ quan lập kế hoạch nêu cơ quan này.`;
}

/** Said where the row depends on a post that nobody has named. */
export const hostUnknown = 'Chưa xác định được chức vụ của người chủ trì; hãy nêu chức vụ (host).';

/** Said of a line that leads to one body. */
export const oneBodyOnly = 'Quan hệ này chỉ có một cơ quan.';

/** Said of a line that would hold for nobody. */
export const bodyEnded = 'Cơ quan, đơn vị này không hoạt động vào ngày đó.';

/** Said of a body for which another one answers on the day. */
export function answeredByAnother(code: string): string {
  return `Vào ngày đó, cơ quan có mã ${code} trả lời thay cho cơ quan, đơn vị này; hãy ghi ở cơ quan đó.`;
}

/** Said of a body that would be above itself, or write to itself. */
export const toItself = 'Một cơ quan không là cấp trên của chính mình và không gửi báo cáo cho chính mình.';

/** Said of a body that is, over others, below the one whose line it would be. */
export function closesCircle(body: string, on: LocalDate): string {
  return `Từ ${formatDay(on)}, cơ quan có mã ${body} đã ở dưới cơ quan này theo quan hệ cùng loại; ghi như vậy thì thành vòng khép kín.`;
}
