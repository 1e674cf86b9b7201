export { mailWorkflow } from './mail.workflow.js';
export { petitionWorkflow } from './petition.workflow.js';
