export { conferenceWorkflow } from './conference.workflow.js';
export { importWorkflow } from './import.workflow.js';
export { mailWorkflow } from './mail.workflow.js';
export { petitionWorkflow } from './petition.workflow.js';
export { reportWorkflow } from './report.workflow.js';
export { reportOpenerWorkflow } from './report-opener.workflow.js';
export { reconciliationWorkflow } from './reconciliation.workflow.js';
export { rolloutWorkflow } from './rollout.workflow.js';
