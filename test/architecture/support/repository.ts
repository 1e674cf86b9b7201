import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** A file of the repository, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All files under these folders that Git knows or would add: what is ignored is not ours. */
export function filesUnder(...folders: readonly string[]): readonly SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const paths = listed.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
  return paths.map((file) => ({ path: file, text: textOf(file) }));
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export function isSpec(file: SourceFile): boolean {
  return /\.(spec|integration-spec|replay-spec|e2e-spec)\.ts$/.test(file.path);
}
