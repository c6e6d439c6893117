import type { Run } from '@instaflow/contracts';

/** Where in this flow a run waits or failed; null when it does neither, or in another flow. */
export function findEnd(
  { status, standsAt }: Pick<Run, 'status' | 'standsAt'>,
  flowId: string,
): { nodeId: string; state: 'waiting' | 'failed' } | null {
  if (standsAt.flowId !== flowId || standsAt.nodeId === null) return null;
  if (status === 'failed') return { nodeId: standsAt.nodeId, state: 'failed' };
  return status === 'waiting' || status === 'running' ? { nodeId: standsAt.nodeId, state: 'waiting' } : null;
}
