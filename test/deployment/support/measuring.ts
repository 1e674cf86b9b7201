import { readFile } from 'node:fs/promises';

/** Carries it out, and says how long it took. */
export async function timed<T>(what: string, action: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await action();
  say(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** What was measured, for whoever tries it. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a process holds of the machine's memory, in MiB; Linux only. */
export async function residentMemory(pid: number): Promise<number> {
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}
