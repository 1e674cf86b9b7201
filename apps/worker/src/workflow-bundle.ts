import { createRequire } from 'node:module';

import type { BundleOptions } from '@temporalio/worker';

/** How the workflows are bundled, wherever that is done: the worker at start, the image at build, the checks, the tests. */
export const workflowBundleOptions: BundleOptions = {
  workflowsPath: createRequire(import.meta.url).resolve('@dialogue/workflows'),
  // The rules are pure and have no state of their own: all workflows of a thread share them, frozen. Otherwise each case that
  // is kept in memory holds its own copy of the whole domain, some 300 KB, and makes it anew whenever it is loaded.
  preloadModules: ['@dialogue/domain'],
  // In a checkout the bundler reads the sources, as tsc and Jest do; in an image, where there are none, what was built.
  webpackConfigHook: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditionNames: ['@dialogue/source', '...'] },
  }),
};
