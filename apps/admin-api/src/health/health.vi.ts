/** What is not ready, as an operator reads it. */
export const partNames = {
  database: 'cơ sở dữ liệu PostgreSQL không trả lời',
  migrations: 'cơ sở dữ liệu chưa được cập nhật đúng phiên bản',
  temporal: 'máy chủ Temporal không trả lời hoặc chưa có không gian tên đã cấu hình',
} as const;

export function notReadyMessage(parts: readonly (keyof typeof partNames)[]): string {
  return `Chưa sẵn sàng: ${parts.map((part) => partNames[part]).join('; ')}.`;
}
