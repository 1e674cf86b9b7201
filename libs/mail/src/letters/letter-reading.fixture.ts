/** The words of a letter as somebody reads them, of either form: no tags, and one blank between two words. */
export function readOf(form: string): string {
  const body = form.includes('<body') ? form.slice(form.indexOf('<body')) : form;
  return body
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}

/** Without the colons that only the plain text has. */
export function wordsOf(read: string): readonly string[] {
  return read
    .split(' ')
    .filter((word) => /\p{L}|\d/u.test(word))
    .map((word) => word.replace(/:$/, ''));
}
