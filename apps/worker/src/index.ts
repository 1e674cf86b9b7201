export { servedQueues, type ServedQueue } from './queues/activity-sets.js';
export { workflowBundleOptions } from './workflow-bundle.js';
