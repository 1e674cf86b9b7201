/** Said of the code of a period. */
export const periodInvalid = 'Mã kỳ báo cáo chỉ gồm chữ cái không dấu, chữ số và dấu gạch nối, ví dụ 2026-Y.';
