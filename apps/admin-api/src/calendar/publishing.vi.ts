/** Said of the number of moved deadlines that somebody confirmed. */
export function previewOutdated(deadlinesMoved: number): string {
  return `Hiện có ${String(deadlinesMoved)} thời hạn sẽ thay đổi. Hãy xem lại bản xem trước rồi xác nhận đúng số này.`;
}
