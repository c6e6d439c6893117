import { v7 as newId } from 'uuid';
import { flowRepository, type FlowEntity, type Tx } from '@instaflow/db';
import type { FlowDefinition } from '@instaflow/flow-model';
import { countErrors } from './drafts/check-flow';
import { toJson } from './drafts/flow-document';
import type { FlowDeps } from './flow-deps';

/** Stores a new flow as a draft. */
export async function createFlow(
  tx: Tx,
  deps: FlowDeps,
  input: {
    id?: string;
    workspaceId: string;
    accountId: string;
    name: string;
    description: string;
    definition: FlowDefinition;
    /** Who makes it. */
    userId: string;
  },
): Promise<FlowEntity> {
  const { id = newId(), workspaceId, accountId: instagramAccountId, definition } = input;
  const flow = { id, workspaceId, instagramAccountId };
  return flowRepository.create(tx, {
    ...flow,
    name: input.name,
    description: input.description,
    flowDefinition: toJson(definition),
    createdByUserId: input.userId,
    errorCount: await countErrors(tx, deps, { definition, flow }),
  });
}
