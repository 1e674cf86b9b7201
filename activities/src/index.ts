export * from './first-states.js';
export * from './import.activities.js';
export * from './ledger.activities.js';
export * from './mail.activities.js';
export * from './reconciliation.activities.js';
export * from './report.activities.js';
export * from './rollout.activities.js';
