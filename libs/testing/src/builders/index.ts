export * from './calendar.builder.js';
export * from './conference.builder.js';
export * from './petition-command.builder.js';
export * from './petition.builder.js';
export * from './report.builder.js';
