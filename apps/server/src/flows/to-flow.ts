import type { Flow, FlowFigures, FlowSummary, FlowVersion } from '@instaflow/contracts';
import {
  findFlowFacts,
  type FlowEntity,
  type FlowFacts,
  type FlowHead,
  type FlowVersionHead,
  type Tx,
} from '@instaflow/db';
import { splitKeywords } from '@instaflow/flow-engine';
import { rateOf } from '../analytics/rate-of';
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
    hasUnpublishedChanges: flow.hasUnpublishedChanges,
    folderId: flow.folderId,
    archivedAt: toIso(flow.archivedAt),
    errorCount: flow.errorCount,
    createdByUserId: flow.createdByUserId,
    editedBy: toEditor(flow, facts),
    ...(facts === undefined ? nothingKnown : toShownFacts(facts)),
    pausedAt: toIso(flow.pausedAt),
    createdAt: flow.createdAt.toISOString(),
    updatedAt: flow.updatedAt.toISOString(),
  };
}

type ShownFacts = Pick<
  FlowSummary,
  | 'publishedVersion'
  | 'triggerCount'
  | 'triggerLabels'
  | 'enteredCount'
  | 'waitingCount'
  | 'figures'
  | 'lastRunAt'
>;

const nothingKnown: ShownFacts = {
  publishedVersion: null,
  triggerCount: 0,
  triggerLabels: [],
  enteredCount: 0,
  waitingCount: 0,
  figures: null,
  lastRunAt: null,
};

function toShownFacts(facts: FlowFacts): ShownFacts {
  const { publishedVersion, triggerCount, enteredCount, waitingCount } = facts;
  return {
    publishedVersion,
    triggerCount,
    triggerLabels: facts.triggers.map(toLabel),
    enteredCount,
    waitingCount,
    figures: toFigures(facts),
    lastRunAt: toIso(facts.lastRunAt),
  };
}

function toFigures({ countedAt, entered, completed, sent, clicked }: FlowFacts): FlowFigures | null {
  if (countedAt === null || entered === null || completed === null) return null;
  return {
    entered,
    completed,
    completionRate: entered === 0 ? null : rateOf(completed, entered),
    clickRate: sent === 0 ? null : rateOf(clicked, sent),
    countedAt: countedAt.toISOString(),
  };
}

function toEditor({ editedByUserId }: FlowHead, facts: FlowFacts | undefined): FlowSummary['editedBy'] {
  const name = facts?.editedByName ?? null;
  return editedByUserId === null || name === null ? null : { userId: editedByUserId, name };
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
