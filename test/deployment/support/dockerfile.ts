/** One instruction of a Dockerfile: `RUN`, and the rest of its line. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** One `FROM` and what follows it. */
export interface Stage {
  readonly base: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile in the form that this repository writes: no build arguments, no here-documents. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    const [, base, alias] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
    if (name === 'FROM') stages.push({ base: base ?? '', name: alias ?? null, instructions: [] });
    else stages.at(-1)?.instructions.push({ name, rest });
  }
  return stages;
}

/** Of one instruction of a stage, everything that follows it. */
export function allOf(stage: Stage | undefined, name: string): readonly string[] {
  return (stage?.instructions ?? [])
    .filter((instruction) => instruction.name === name)
    .map((instruction) => instruction.rest);
}

/** `COPY [--from=stage] source… target`. */
export interface Copy {
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

export function readCopy(rest: string): Copy {
  const words = rest.split(/\s+/);
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

/** The `ENV NAME=value` of a stage. */
export function environmentOf(stage: Stage | undefined): Readonly<Record<string, string>> {
  const entries = allOf(stage, 'ENV').map((rest): readonly [string, string] => {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(rest) ?? [];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** Whether a `.dockerignore` lets this path, from the root of the context, into the build: the last line that fits decides. */
export function isInContext(path: string, ignore: string): boolean {
  const patterns = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return patterns.reduce((isIn, pattern) => {
    const negated = pattern.startsWith('!');
    return expressionOf(negated ? pattern.slice(1) : pattern).test(path) ? negated : isIn;
  }, true);
}

/** `*` stays within one folder, two stars go through any number of them; a folder takes what is in it along. */
function expressionOf(pattern: string): RegExp {
  const body = pattern
    .replaceAll(/[.+^$()|[\]{}]/g, String.raw`\$&`)
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?');
  return new RegExp(`^${body}(?:/.*)?$`);
}
