/** Said of a file without a single day. */
export const emptyCalendar = 'Tệp không có ngày nào.';
