export { createCaseBook, type CaseBook, type CaseBookOptions } from './case-book.js';
export { beginStory, type Arrival, type PetitionStory, type StoryBeginning } from './petition-story.js';
export { shiftAfter, type Shift } from './shift.js';
export { startWorkflowServer, type ServedSteps, type WorkflowServer } from './workflow-server.js';
