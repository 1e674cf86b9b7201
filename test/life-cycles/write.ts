import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { it } from '@jest/globals';

import { root } from '../architecture/support/repository.js';
import { lifeCycles } from './machines.js';
import { lifeCyclesPage, pagePath } from './page.js';

/** Writes what the machines do now; the difference is read before it is committed. */
it('writes the page of the life cycles', () => {
  writeFileSync(join(root, pagePath), lifeCyclesPage(lifeCycles()));
});
