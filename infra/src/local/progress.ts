/** Shows a person what the stack is doing, one line per step. */
export interface Progress {
  line(text: string): void;
  /** With the seconds since the start in front. */
  step(text: string): void;
  table(rows: readonly (readonly [string, string])[]): void;
}

/** Progress written by `write`, with times counted from now. */
export function createProgress(write: (text: string) => void): Progress {
  const startedAt = performance.now();
  function seconds(): string {
    return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`.padStart(7);
  }
  return {
    line: (text) => write(`${text}\n`),
    step: (text) => write(`[${seconds()}] ${text}\n`),
    table: (rows) => write(drawTable(rows)),
  };
}

/** Vietnamese letters may be written as several code points; a composed one takes one column. */
function drawTable(rows: readonly (readonly [string, string])[]): string {
  const composed = rows.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')] as const);
  const nameWidth = Math.max(...composed.map(([name]) => name.length));
  const valueWidth = Math.max(...composed.map(([, value]) => value.length));
  const rule = `+-${'-'.repeat(nameWidth)}-+-${'-'.repeat(valueWidth)}-+\n`;
  const lines = composed.map(([name, value]) => `| ${name.padEnd(nameWidth)} | ${value.padEnd(valueWidth)} |\n`);
  return `\n${rule}${lines.join('')}${rule}\n`;
}
