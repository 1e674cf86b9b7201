export * from './csv/csv-table.js';
export * from './csv/csv-text.js';
export * from './csv/table-fault.js';
export * from './reference/calendar-rows.js';
export * from './reference/organisation-rows.js';
export * from './reference/report-line-rows.js';
export * from './reference/sample-body-rows.js';
export * from './reference/sample-contact-rows.js';
