import type { ImportFaultCode } from '@dialogue/domain';

/** Said of a line that can be read, but not taken over. */
export const importSentences: Readonly<Record<ImportFaultCode, string>> = {
  code_invalid: 'Mã viết chưa đúng dạng.',
  text_invalid: 'Ô này dài quá 300 ký tự, hoặc có ký tự không dùng được.',
  address_invalid: 'Địa chỉ thư điện tử không đúng.',
  twice: 'Dòng này bị lặp lại trong bảng.',
  unknown_reference: 'Mã này không có trong bảng và không có trong hệ thống.',
  own_parent: 'Cơ quan, đơn vị không thể là cấp trên của chính mình.',
  below_itself: 'Các cấp trên tạo thành một vòng khép kín.',
  ends_before_it_begins: 'Ngày kết thúc không được trước ngày bắt đầu.',
  level_over: 'Cấp này đã kết thúc: cơ quan, đơn vị phải kết thúc không muộn hơn cấp của mình.',
  successors_without_end: 'Có nơi kế thừa thì phải có ngày kết thúc.',
  ending_incomplete: 'Cách kết thúc và nơi kế thừa phải cùng có hoặc cùng không.',
  successor_not_in_force: 'Nơi kế thừa không hoạt động vào ngày ngay sau ngày kết thúc.',
  reorganisation_needed: 'Việc kết thúc, kế thừa của cơ quan này phải thực hiện qua chức năng sắp xếp tổ chức.',
  post_differs: 'Các dòng của cùng một chức vụ ghi ngày bắt đầu, kết thúc chức vụ khác nhau.',
  person_differs: 'Các dòng của cùng một người ghi họ tên hoặc địa chỉ khác nhau.',
  already_held: 'Trong thời gian đó chức vụ này đã có người khác giữ. Hãy sửa ngày, hoặc ghi là phụ trách.',
  outside_post: 'Việc giữ chức vụ bắt đầu sau khi chức vụ đã kết thúc.',
};
