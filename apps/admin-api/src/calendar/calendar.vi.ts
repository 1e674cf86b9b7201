/** Names the draft that is in the way of another. */
export function draftIsOpen(edition: number): string {
  return `Bản dự thảo số ${String(edition)} đang mở.`;
}
