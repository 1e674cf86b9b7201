/** BOUNDSHEET8, which names one sheet of a workbook of before 2007: position, visibility, kind, then the name. */
const boundSheet = 0x0085;
const kindOffset = 9;
const macroSheet = 1;

/**
 * Whether a workbook of before 2007 has a sheet of Excel 4.0 macros: programs in cells, without any of the marks of VBA. The
 * records are looked for wherever they lie; that length and name agree tells one from other bytes.
 */
export function hasMacroSheet(content: Buffer): boolean {
  const mark = Buffer.from([boundSheet & 0xff, boundSheet >> 8]);
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1))
    if (content[at + kindOffset] === macroSheet && isBoundSheet(content, at)) return true;
  return false;
}

/** Length and name agree, and the visibility is one of three. */
function isBoundSheet(content: Buffer, at: number): boolean {
  if (at + 12 > content.length) return false;
  const length = content.readUInt16LE(at + 2);
  const [visibility, characters, isWide] = [content[at + 8] ?? 0, content[at + 10] ?? 0, content[at + 11] ?? 0];
  const areKnown = (visibility & 0x03) < 3 && characters > 0 && isWide <= 1;
  return areKnown && length === 8 + characters * (1 + isWide);
}
