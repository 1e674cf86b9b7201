import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs the benches, each in a process of its own, one after the other: all of them, or those that are named.
 * `npm run bench`, `npm run bench -- commands rush`, `npm run bench -- rush --petitions=50`.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const benches = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.js'))
  .map((file) => file.slice(0, -'.bench.js'.length));
const given = process.argv.slice(2);
const names = given.filter((argument) => !argument.startsWith('-'));
const sizes = given.filter((argument) => argument.startsWith('-'));

const unknown = names.filter((name) => !benches.includes(name));
if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}: ${benches.join(', ')}`);
if (sizes.length > 0 && names.length !== 1) throw new Error('A size is that of one bench: name it');

const failed = (names.length > 0 ? names : benches).filter((name) => {
  console.log(`\n# ${name}`);
  return spawnSync(process.execPath, [`${folder}${name}.bench.js`, ...sizes], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`\nOver a limit, or broken: ${failed.join(', ')}`);
  process.exitCode = 1;
}
