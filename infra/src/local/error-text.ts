/** The code of an error of Node or of a database, or `null`. Told by its field: errors may come from another realm. */
export function codeOf(error: unknown): string | null {
  return fieldOf(error, 'code');
}

/** What an error says of itself. */
export function messageOf(error: unknown): string {
  return fieldOf(error, 'message') ?? String(error);
}

/** The last line that a program wrote before it failed; without one, what Node says. */
export function lastWordsOf(error: unknown): string {
  const words = fieldOf(error, 'stderr')?.trim() ?? '';
  return (words === '' ? messageOf(error) : words).split('\n').at(-1) ?? '';
}

function fieldOf(error: unknown, field: string): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : null;
}
