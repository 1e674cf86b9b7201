import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/**
 * What tells this process from a later one with the same number: when it was started, and in which run of the machine.
 * `null` when no such process lives (one that has ended and waits to be collected does not live).
 */
export async function processIdentity(pid: number): Promise<string | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? linuxIdentity(pid) : otherIdentity(pid);
}

async function linuxIdentity(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The program's name stands in parentheses and may itself contain spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startedAt = fields[19];
  if (state === 'Z' || state === 'X' || startedAt === undefined) return null;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}/${startedAt}`;
}

function otherIdentity(pid: number): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], (error, output) => {
      const [state, ...startedAt] = output.trim().split(/\s+/);
      if (error !== null || state === undefined || state.startsWith('Z')) resolve(null);
      else resolve(startedAt.join(' '));
    });
  });
}
