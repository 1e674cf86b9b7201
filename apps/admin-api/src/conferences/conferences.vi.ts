/** Said of a petition that does not belong to the conference. */
export const notOfConference = 'Kiến nghị này không thuộc hội nghị.';

/** Names the petitions that nobody has concluded on. */
export function conclusionsMissing(numbers: readonly string[]): string {
  return `Chưa có kết luận đối với: ${numbers.join(', ')}.`;
}

/** Names the petitions that the conference is just being told of. */
export function petitionsOnTheirWay(numbers: readonly string[]): string {
  return `Đang được ghi vào hội nghị: ${numbers.join(', ')}.`;
}

/** Said of the field of a conference. */
export const fieldRequired = 'Hội nghị đột xuất phải có đúng một lĩnh vực.';
export const fieldRefused = 'Hội nghị định kỳ không giới hạn lĩnh vực; hãy bỏ mục này.';
