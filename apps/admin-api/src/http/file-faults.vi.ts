import { isFileFault, type FileFault, type RowFault, type TableFault } from '@dialogue/documents';

/** A sentence about one line of a file. */
export function onLine(line: number, sentence: string): string {
  return `Dòng ${String(line)}: ${sentence}`;
}

/** What is wrong with a row or with a whole file, for whoever made it. */
export function faultSentence(fault: TableFault): string {
  return isFileFault(fault) ? fileFaultSentence(fault) : rowFaultSentence(fault);
}

/** Said when more is wrong than is listed. */
export function furtherPlaces(count: number): string {
  return `Còn ${String(count)} chỗ khác chưa đúng, không liệt kê ở đây.`;
}

function fileFaultSentence(fault: FileFault): string {
  switch (fault.code) {
    case 'not_csv':
      return 'Tệp không phải là CSV đúng chuẩn: hãy xem lại các dấu ngoặc kép, mỗi dấu mở phải có dấu đóng.';
    case 'semicolons':
      return 'Các ô của tệp cách nhau bằng dấu chấm phẩy: hãy lưu với dấu phẩy.';
    case 'not_icalendar':
      return 'Tệp không phải là iCalendar đúng chuẩn (RFC 5545).';
    case 'column_missing':
      return `Tệp thiếu cột ${fault.column}.`;
  }
}

function rowFaultSentence(fault: RowFault): string {
  switch (fault.code) {
    case 'cells_miscounted':
      return `Số ô không khớp số cột: có ${String(fault.found)} ô, cần ${String(fault.expected)} ô.`;
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
