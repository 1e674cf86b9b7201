/** What the Temporal UI shows beside the steps of a letter. */
export const mailSummary = {
  deliver: 'Gửi thư',
  record: 'Ghi kết quả gửi thư',
} as const;
