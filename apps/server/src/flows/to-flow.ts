import type { Flow, FlowSummary, FlowVersion } from '@instaflow/contracts';
import {
  flowRepository,
  type FlowEntity,
  type FlowFacts,
  type FlowVersionEntity,
  type Tx,
} from '@instaflow/db';
import { toIso } from '../http/to-iso';
import { readDefinition } from './flow-document';

/** A flow in a list: without its document. */
export function toFlowSummary(flow: FlowEntity, facts: FlowFacts | undefined): FlowSummary {
  return {
    flowId: flow.id,
    instagramAccountId: flow.instagramAccountId,
    name: flow.name,
    description: flow.description,
    status: flow.status,
    revision: flow.revision,
    publishedVersion: facts?.publishedVersion ?? null,
    hasUnpublishedChanges: flow.hasUnpublishedChanges,
    triggerCount: facts?.triggerCount ?? 0,
    pausedAt: toIso(flow.pausedAt),
    createdAt: flow.createdAt.toISOString(),
    updatedAt: flow.updatedAt.toISOString(),
  };
}

/** A flow with its draft. */
export async function toFlow(tx: Tx, flow: FlowEntity): Promise<Flow> {
  const facts = await flowRepository.findFacts(tx, [flow.id]);
  return {
    ...toFlowSummary(flow, facts.get(flow.id)),
    flowDefinition: readDefinition(flow.flowDefinition),
  };
}

export function toFlowVersion(version: FlowVersionEntity, flow: FlowEntity): FlowVersion {
  return {
    flowId: version.flowId,
    version: version.version,
    note: version.note,
    publishedByUserId: version.publishedByUserId,
    isLive: flow.status === 'active' && flow.publishedVersionId === version.id,
    createdAt: version.createdAt.toISOString(),
  };
}
