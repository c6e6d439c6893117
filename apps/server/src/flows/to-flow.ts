import type { Flow, FlowSummary, FlowVersion } from '@instaflow/contracts';
import {
  findFlowFacts,
  type FlowEntity,
  type FlowFacts,
  type FlowHead,
  type FlowVersionHead,
  type Tx,
} from '@instaflow/db';
import { splitKeywords } from '@instaflow/flow-engine';
import { toIso } from '../http/to-iso';
import { readDefinition } from './drafts/flow-document';

/** A flow in a list: without its document. */
export function toFlowSummary(flow: FlowHead, facts: FlowFacts | undefined): FlowSummary {
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
    triggerLabels: facts?.triggers.map(toLabel) ?? [],
    folderId: flow.folderId,
    archivedAt: toIso(flow.archivedAt),
    errorCount: flow.errorCount,
    enteredCount: facts?.enteredCount ?? 0,
    waitingCount: facts?.waitingCount ?? 0,
    pausedAt: toIso(flow.pausedAt),
    createdAt: flow.createdAt.toISOString(),
    updatedAt: flow.updatedAt.toISOString(),
  };
}

/** A flow with its draft. */
export async function toFlow(tx: Tx, flow: FlowEntity): Promise<Flow> {
  const facts = await findFlowFacts(tx, { ids: [flow.id], workspaceId: flow.workspaceId });
  return {
    ...toFlowSummary(flow, facts.get(flow.id)),
    flowDefinition: readDefinition(flow.flowDefinition),
  };
}

export function toFlowVersion(
  version: FlowVersionHead,
  flow: Pick<FlowEntity, 'status' | 'publishedVersionId'>,
): FlowVersion {
  return {
    flowId: version.flowId,
    version: version.version,
    note: version.note,
    publishedByUserId: version.publishedByUserId,
    publishedByName: version.publishedByName,
    isLive: flow.status === 'active' && flow.publishedVersionId === version.id,
    stepCount: version.stepCount,
    runningCount: version.runningCount,
    createdAt: version.createdAt.toISOString(),
  };
}

const longestKeyword = 40;

/** `dm_keyword: price`; the type alone where any text will do. */
function toLabel({ type, keyword }: FlowFacts['triggers'][number]): string {
  const [first = ''] = keyword === null ? [] : splitKeywords(keyword, 'contains_word');
  return first === '' ? type : `${type}: ${first.slice(0, longestKeyword)}`;
}
