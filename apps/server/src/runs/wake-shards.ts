import type { Dependencies } from '../dependencies';

/** Asks for a look at shards, after the commit. Nobody waits for it: the sweeper finds what was not woken. */
export function wakeShards({ jobs }: Pick<Dependencies, 'jobs'>, shards: readonly number[]): void {
  for (const shard of shards) void jobs.wake('turns.wake', { shard });
}
