import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * Lints texts as though they stood in the files that are named, without the rules that need types: reads
 * `[{ filePath, text }]`, writes `[[{ ruleId, message }]]`. Only the tests of the walls ask for it; it is a process of
 * its own because Jest would load ESLint and Nx anew for every spec.
 */
const eslint = new ESLint({
  cwd: new URL('../..', import.meta.url).pathname,
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], rules: { 'jest/unbound-method': 'off' } },
  ],
});

const findings = [];
for (const sample of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(sample.text, { filePath: sample.filePath });
  findings.push(result.messages.map(({ ruleId, message }) => ({ ruleId, message })));
}
process.stdout.write(JSON.stringify(findings));
