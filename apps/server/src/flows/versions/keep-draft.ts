import { v7 as newId } from 'uuid';
import { discardedDraftRepository, type FlowEntity, type Tx } from '@instaflow/db';
import type { FlowDeps } from '../flow-deps';

const keptMs = 30 * 24 * 3_600_000;

/** Keeps the draft of a locked flow for 30 days before another one takes its place; one that is published anyway is not. */
export async function keepDraft(
  tx: Tx,
  { clock }: Pick<FlowDeps, 'clock'>,
  { flow, userId }: { flow: FlowEntity; userId: string },
): Promise<void> {
  if (!flow.hasUnpublishedChanges) return;
  const now = clock.now();
  await discardedDraftRepository.keep(tx, {
    id: newId(),
    flowId: flow.id,
    workspaceId: flow.workspaceId,
    definition: flow.flowDefinition,
    byUserId: userId,
    now,
    keptUntil: now + keptMs,
  });
}
