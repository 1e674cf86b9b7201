export * from './context.js';
export * from './error-fields.js';
export * from './logger.js';
export * from './nest-logger.js';
export * from './temporal-runtime.js';
