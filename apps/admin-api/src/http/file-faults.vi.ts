import type { TableFault } from '@dialogue/documents';

/** A sentence about one line of a file. */
export function onLine(line: number, sentence: string): string {
  return `Dòng ${String(line)}: ${sentence}`;
}

/** What is wrong with a row or with a whole file, for whoever made it. */
export function faultSentence(fault: TableFault): string {
  switch (fault.code) {
    case 'not_csv':
      return `Tệp không phải là CSV đúng chuẩn (${fault.reason}).`;
    case 'not_icalendar':
      return 'Tệp không phải là iCalendar đúng chuẩn (RFC 5545).';
    case 'column_missing':
      return `Tệp thiếu cột ${fault.column}.`;
    case 'empty':
      return `${fault.column} không được để trống.`;
    case 'not_a_date':
      return `${fault.column} "${fault.value}" không phải là ngày có trong lịch, viết theo dạng NĂM-THÁNG-NGÀY.`;
    case 'not_a_number':
      return `${fault.column} "${fault.value}" không phải là số.`;
    case 'not_one_of':
      return `${fault.column} "${fault.value}" không phải là một trong các giá trị: ${fault.known.join(', ')}.`;
    case 'event_not_one_day':
      return 'Mỗi sự kiện phải là đúng một ngày và không lặp lại.';
    case 'refused':
      return fault.reason;
  }
}

/** Said when more is wrong than is listed. */
export function furtherPlaces(count: number): string {
  return `Còn ${String(count)} chỗ khác chưa đúng, không liệt kê ở đây.`;
}
