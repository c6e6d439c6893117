export { createJobs, type Jobs } from './create-jobs';
export { jobDefinitions, jobNames, type JobName, type JobPayload } from './job-definitions';
export type { JobHandler } from './start-worker';
