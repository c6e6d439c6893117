import type { JobsOptions } from 'bullmq';

/** What this library uses of a BullMQ queue, whichever database it lives in. */
export type JobQueue = {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
};

export type JobWorker = {
  waitUntilReady(): Promise<unknown>;
  pause(doNotWaitForActive: boolean): Promise<void>;
  close(force?: boolean): Promise<void>;
  /** Ends a connection the worker was given and does not end itself. */
  cutConnection?(): void;
};

export type RunningJob = { id?: string; data: unknown; attemptsMade: number };

export type WorkerSettings = {
  concurrency: number;
  process: (job: RunningJob) => Promise<void>;
};

/** The two places queues can live in: PostgreSQL and Redis. Errors of every connection go to `onError`. */
export type QueueBackend = {
  kind: 'postgres' | 'redis';
  /** Creates or updates what the queues need in the database. Safe in many processes at once. */
  prepare(): Promise<void>;
  createQueue(name: string): JobQueue;
  createWorker(name: string, settings: WorkerSettings): JobWorker;
  close(): Promise<void>;
};

export type BackendErrorHandler = (error: Error, where: string) => void;

/**
 * A worker that dies is replaced within about one lock: its jobs go to others after 30 s, up to ten times. After an
 * outage of the database a worker asks again each second (BullMQ's own 15 s would add to every outage).
 */
export const workerTiming = {
  lockDuration: 30_000,
  stalledInterval: 15_000,
  maxStalledCount: 10,
  runRetryDelay: 1_000,
} as const;
