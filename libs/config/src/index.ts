export * from './schemas.js';
export * from './settings.js';
export type { Environment } from './variables.js';
