import { v7 as newId } from 'uuid';
import { flowRepository, type FlowEntity, type Tx } from '@instaflow/db';
import type { FlowDefinition } from '@instaflow/flow-model';
import { toJson } from './flow-document';

/** Stores a new flow as a draft. */
export function createFlow(
  tx: Tx,
  input: {
    workspaceId: string;
    accountId: string;
    name: string;
    description: string;
    definition: FlowDefinition;
  },
): Promise<FlowEntity> {
  return flowRepository.create(tx, {
    id: newId(),
    workspaceId: input.workspaceId,
    instagramAccountId: input.accountId,
    name: input.name,
    description: input.description,
    flowDefinition: toJson(input.definition),
  });
}
