export { createCaseBook, type CaseBook, type CaseBookOptions } from './case-book.js';
export type { Arrival, CaseBeginning, CaseStory } from './case-story.js';
export { beginConference, type ConferenceBeginning, type ConferenceStory } from './conference-story.js';
export { beginStory, type PetitionStory, type StoryBeginning } from './petition-story.js';
export { beginReport, type ReportBeginning, type ReportStory } from './report-story.js';
export { shiftAfter, type Shift } from './shift.js';
export { startWorkflowServer, type ServedSteps, type WorkflowServer } from './workflow-server.js';
export { startScheduleServer, type ScheduleServer } from './schedule-server.js';
