import { createRequire } from 'node:module';

import type { BundleOptions } from '@temporalio/worker';

/** How the workflows are bundled, wherever that is done: the worker at start, the image at build, the checks, the tests. */
export const workflowBundleOptions: BundleOptions = {
  workflowsPath: createRequire(import.meta.url).resolve('@dialogue/workflows'),
  // In a checkout the bundler reads the sources, as tsc and Jest do; in an image, where there are none, what was built.
  webpackConfigHook: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditionNames: ['@dialogue/source', '...'] },
  }),
};
