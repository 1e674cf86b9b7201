/**
 * The sizes of a run: those that the limits are meant for, unless the command line says otherwise (`--cases=50`).
 *
 * @template {Readonly<Record<string, number>>} Sizes
 * @param {Sizes} full
 * @returns {{ readonly sizes: Sizes, readonly isFull: boolean }}
 */
export function sizesOf(full) {
  const given = process.argv.slice(2).map((argument) => sizeOf(argument, Object.keys(full)));
  const sizes = { ...full, ...Object.fromEntries(given) };
  return { sizes, isFull: Object.entries(full).every(([name, size]) => sizes[name] >= size) };
}

function sizeOf(argument, names) {
  const [, name = '', number = ''] = /^--([a-zA-Z]+)=(\d+)$/.exec(argument) ?? [];
  if (!names.includes(name))
    throw new Error(`${argument} is none of ${names.map((known) => `--${known}=n`).join(', ')}`);
  return [name, Number(number)];
}
