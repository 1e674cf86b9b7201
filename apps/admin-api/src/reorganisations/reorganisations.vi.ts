import type { ReorganisationProblemCode, SuccessionKind } from '@dialogue/domain';
import type { Handover } from '@dialogue/persistence';

/** What is wrong with a reorganisation, said of the place where it is. */
export const problemSentences: Readonly<Record<ReorganisationProblemCode, string>> = {
  'reorganisation.day_past': 'Ngày có hiệu lực phải là hôm nay hoặc một ngày sau hôm nay.',
  'reorganisation.body_unknown': 'Không có cơ quan, đơn vị mang mã này.',
  'reorganisation.body_ended': 'Cơ quan, đơn vị này đã kết thúc hoạt động, hoặc đã có quyết định kết thúc hoạt động.',
  'reorganisation.body_not_begun': 'Đến ngày có hiệu lực, cơ quan, đơn vị này chưa hoạt động.',
  'reorganisation.body_twice': 'Cơ quan, đơn vị này được nêu hai lần.',
  'reorganisation.body_awaited':
    'Cơ quan, đơn vị này sẽ tiếp nhận công việc của nơi khác từ ngày đó hoặc sau đó, theo một lần sắp xếp đã xác nhận.',
  'reorganisation.unit_left_behind':
    'Đơn vị hành chính này còn cơ quan của nó đang hoạt động. Hãy nêu trong cùng lần sắp xếp việc sắp xếp các cơ quan đó.',
  'reorganisation.too_few':
    'Sáp nhập thành cơ quan mới phải có ít nhất hai cơ quan; chia tách phải có ít nhất hai cơ quan kế thừa.',
  'reorganisation.cycle': 'Các cơ quan, đơn vị kế thừa lẫn nhau thành vòng tròn.',
  'reorganisation.successor_ends': 'Nơi kế thừa này cũng kết thúc hoạt động trong cùng lần sắp xếp.',
  'reorganisation.successor_needed':
    'Phải nêu nơi kế thừa: còn hồ sơ đang mở, hoặc còn số liệu đã qua của cơ quan, đơn vị này phải có nơi báo cáo.',
  'reorganisation.code_invalid': 'Mã chỉ gồm chữ in hoa không dấu, chữ số và dấu gạch nối, tối đa 32 ký tự.',
  'reorganisation.code_taken': 'Mã này đã được dùng cho một cơ quan, đơn vị khác.',
  'reorganisation.name_missing': 'Phải nêu tên của cơ quan, đơn vị mới.',
  'reorganisation.level_unknown': 'Vào ngày đó không có cấp hành chính này.',
  'reorganisation.parent_missing': 'Phải nêu cấp trên của cơ quan, đơn vị mới.',
};

export const successionTexts: Readonly<Record<SuccessionKind, string>> = {
  merge: 'sáp nhập',
  split: 'chia tách',
  abolition: 'giải thể',
  renaming: 'đổi tên',
};

/** As what a case passes from one body to another. */
export const partTexts: Readonly<Record<Handover['part'], string>> = {
  organisation: 'cơ quan, đơn vị của người chủ trì',
  leadOffice: 'cơ quan chủ trì tham mưu',
  agency: 'cơ quan được giao',
  referral: 'nơi được kiến nghị xem xét',
  body: 'cơ quan, đơn vị có phần việc phải làm',
};

export const statusTexts = {
  planned: 'chưa đến ngày có hiệu lực',
  inForce: 'đã có hiệu lực',
  withdrawn: 'đã rút lại',
} as const;

/** Said of the number of cases that somebody confirmed. */
export function previewOutdated(casesHandedOver: number): string {
  return `Hiện có ${String(casesHandedOver)} hồ sơ đang mở sẽ được chuyển giao. Hãy xem lại bản xem trước rồi xác nhận đúng số này.`;
}
