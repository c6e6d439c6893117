import type { FlowSource } from '@instaflow/flow-engine';
import { isKind, parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';
import { callApi } from '../../../../shared/api/call-api';

export type PublishedFlow = { flowId: string; name: string; version: number; isPaused: boolean };

/** Flows that steps of a document lead on to. */
export function listLinkedFlowIds(definition: FlowDefinition): string[] {
  const ids = definition.nodes.flatMap((node) => (isKind(node, 'go_to_flow') ? (node.flowId ?? []) : []));
  return [...new Set(ids)].toSorted();
}

/** The published flows with these ids and all those that they lead on to, with their steps. */
export async function loadLinkedFlows(
  ids: readonly string[],
  published: readonly PublishedFlow[],
  signal: AbortSignal,
): Promise<FlowSource[]> {
  const found = new Map<string, FlowSource>();
  let wanted = [...ids];
  while (wanted.length > 0) {
    const next = published.filter(({ flowId }) => wanted.includes(flowId) && !found.has(flowId));
    const loaded = await Promise.all(next.map((flow) => loadFlow(flow, signal)));
    for (const source of loaded) found.set(source.flowId, source);
    wanted = loaded.flatMap(({ definition }) => listLinkedFlowIds(definition));
    if (next.length === 0) break;
  }
  return [...found.values()];
}

async function loadFlow(
  { flowId, name, version, isPaused }: PublishedFlow,
  signal: AbortSignal,
): Promise<FlowSource> {
  const { flowDefinition } = await callApi('getFlowVersion', { params: { id: flowId, version } }, { signal });
  const parsed = parseFlowDefinition(flowDefinition);
  const definition = parsed.ok ? parsed.definition : onlyStart;
  return { flowId, flowVersionId: `${flowId}@${version}`, name, isPaused, definition };
}

/** A published flow of which only needs to be known that it would answer. */
export function nameFlow({ flowId, name, version, isPaused }: PublishedFlow): FlowSource {
  return { flowId, flowVersionId: `${flowId}@${version}`, name, isPaused, definition: onlyStart };
}

const onlyStart: FlowDefinition = {
  schemaVersion: 1,
  startNodeId: 'start',
  nodes: [{ id: 'start', type: 'start', name: '', connections: [] }],
};
