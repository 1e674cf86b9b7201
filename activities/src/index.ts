export * from './ledger.activities.js';
export * from './mail.activities.js';
