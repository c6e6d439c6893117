import { In } from 'typeorm';
import type { Tx } from '../transaction';
import { TriggerEntity } from './trigger.entity';

/** Of each flow as many as a bundle may hold. */
const maxPerFlow = 100;

/** Triggers of several flows, oldest first. */
export async function listTriggersOfFlows(
  tx: Tx,
  { flowIds, workspaceId }: { flowIds: readonly string[]; workspaceId: string },
): Promise<TriggerEntity[]> {
  if (flowIds.length === 0) return [];
  const triggers = await tx.find(TriggerEntity, {
    where: { flowId: In([...flowIds]), workspaceId },
    order: { id: 'ASC' },
  });
  const counts = new Map<string, number>();
  return triggers.filter(({ flowId }) => {
    const count = (counts.get(flowId) ?? 0) + 1;
    counts.set(flowId, count);
    return count <= maxPerFlow;
  });
}
