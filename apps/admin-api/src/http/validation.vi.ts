/** Said of a field that no schema knows. */
export const unknownField = 'Mục này không có trong yêu cầu.';
/** Said of dates. */
export const dayTooEarly = 'Ngày phải từ 01/01/2015 trở đi.';
export const dayInFuture = 'Ngày không được ở trong tương lai.';
export const dayNotToCome = 'Ngày phải là ngày sau hôm nay.';
export const dayInPast = 'Ngày không được trước hôm nay.';
export const dayInvalid = 'Ngày phải có trong lịch và viết theo dạng NĂM-THÁNG-NGÀY, ví dụ 2026-11-23.';
/** The same, of a day that a person has typed into a page. */
export const dayMistyped = 'Ngày phải có trong lịch và viết theo dạng ngày/tháng/năm, ví dụ 05/03/2026.';
/** Of a choice of which nothing was chosen, on a page. */
export const choiceMissing = 'Phải chọn một mục.';
export const hourInvalid = 'Giờ phải viết theo dạng GIỜ:PHÚT, từ 00:00 đến 23:59, ví dụ 08:00.';
/** Said of who speaks for whom (D2.2). */
export const representativeMissing = 'Kiến nghị của tập thể phải nêu người đại diện.';
export const representativeNeedless = 'Chỉ kiến nghị của tập thể mới có người đại diện.';
/** Said of lists. */
export const cursorWrong =
  'Dấu trang không đúng, hoặc thuộc danh sách có điều kiện lọc hay cách sắp xếp khác. Hãy bắt đầu lại từ trang đầu.';
export const repeated = 'Danh sách này có giá trị bị lặp lại.';
/** Said of texts. */
export const textMissing = 'Mục này bắt buộc phải có và không được để trống.';
export const textUnprintable = 'Mục này có ký tự điều khiển không dùng được.';
export const fieldCodeInvalid =
  'Mã lĩnh vực gồm 3 đến 40 chữ cái không dấu và chữ số, bắt đầu bằng chữ thường, ví dụ economy.';
export const codeInvalid = 'Mã cơ quan, đơn vị chỉ gồm chữ in hoa, chữ số và dấu gạch nối.';
export const usernameInvalid =
  'Tên đăng nhập gồm 3 đến 64 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.';
export const passwordTooShort = 'Mật khẩu phải có ít nhất 8 ký tự.';
export const keyInvalid = 'Khóa chống gửi trùng gồm 1 đến 200 ký tự ASCII nhìn thấy được.';
export const organisationRequired = 'Vai trò này phải thuộc về một cơ quan, đơn vị.';
export const organisationNeedless =
  'Quản trị viên phụ trách toàn hệ thống, không thuộc về riêng một cơ quan, đơn vị nào. Hãy bỏ mục này.';
export const untilBeforeFrom = 'Ngày cuối không được trước ngày đầu.';
export const phoneInvalid =
  'Số điện thoại gồm 6 đến 30 ký tự: chữ số, dấu cộng, dấu cách, dấu chấm, gạch nối, dấu ngoặc.';
export const addressInvalid = 'Địa chỉ thư điện tử không đúng.';
export const idInvalid = 'Mã không đúng dạng (UUID).';
export const formatInvalid = 'Mục này viết chưa đúng dạng.';
/** Said beside the place for files. */
export const fileLimitsText =
  'Tối đa 5 tệp, mỗi tệp không quá 20 MB: PDF, Word (docx, doc), Excel (xlsx, xls), OpenDocument (odt, ods), ảnh JPEG, PNG, văn bản (txt, csv). Không nhận tệp có macro.';
/** Said of the name of a file. */
export const fileNameInvalid =
  'Phải nêu tên tệp, mã hóa theo URL (UTF-8), ví dụ: Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf.';
/** Said of a value of another kind; the kinds by the names that schemas have for them. */
export const typeNames: Readonly<Record<string, string>> = {
  string: 'chữ, viết trong dấu nháy kép',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  object: 'một nhóm mục, viết trong dấu ngoặc nhọn',
  array: 'một danh sách',
};
export function typeInvalid(expected: string | null): string {
  return expected === null ? 'Mục này không đúng kiểu dữ liệu.' : `Mục này phải là ${expected}.`;
}
/** Said of a choice. */
export function oneOf(values: readonly string[]): string {
  return `Mục này bắt buộc phải là một trong các giá trị: ${values.join(', ')}.`;
}
/** Said of bounds. */
export function tooLarge(maximum: string, of: string): string {
  if (of === 'string') return `Mục này dài quá ${maximum} ký tự.`;
  return of === 'array' ? `Danh sách này có quá ${maximum} mục.` : `Mục này không được lớn hơn ${maximum}.`;
}
export function tooSmall(minimum: string, of: string): string {
  if (of === 'string') return `Mục này phải có ít nhất ${minimum} ký tự.`;
  return of === 'array' ? `Danh sách này phải có ít nhất ${minimum} mục.` : `Mục này không được nhỏ hơn ${minimum}.`;
}
