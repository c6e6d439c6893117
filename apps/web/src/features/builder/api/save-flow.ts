import type { JsonValue } from '@instaflow/contracts';
import { isKind, parseFlowDefinition, type FlowDefinition, type FlowOperation } from '@instaflow/flow-model';
import { z } from 'zod';
import { ApiError } from '../../../shared/api/api-error';
import { callApi } from '../../../shared/api/call-api';
import { queryClient } from '../../../shared/api/query-client';
import { queryKeys } from '../../../shared/api/query-keys';
import type { SaveOutcome } from '../autosave/autosave-driver';
import { keepFlow } from './keep-flow';

/** Saves the draft if nobody else has since `revision`. Never rejects: what went wrong is an outcome. */
export async function saveFlow({
  flowId,
  accountId,
  definition,
  revision,
  operations,
}: {
  flowId: string;
  accountId: string;
  definition: FlowDefinition;
  revision: number;
  operations: FlowOperation[];
}): Promise<SaveOutcome> {
  try {
    const flow = await callApi('updateFlow', {
      params: { id: flowId },
      body: { flowDefinition: toJsonObject(definition), revision, ...tellDeletions(definition, operations) },
    });
    keepFlow(flow);
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId), refetchType: 'none' });
    return { ok: true, revision: flow.revision };
  } catch (error) {
    if (!(error instanceof ApiError)) return { ok: false, reason: 'unreachable' };
    if (error.status === 409) return readStale(flowId, error);
    if (error.isTemporary || error.status === 401) return { ok: false, reason: 'unreachable' };
    return { ok: false, reason: 'refused', message: error.message };
  }
}

/** A save without any step is refused unless edits say that each was deleted; so only such a save tells its edits. */
function tellDeletions(definition: FlowDefinition, operations: FlowOperation[]) {
  const isEmpty = definition.nodes.every((node) => isKind(node, 'start') || isKind(node, 'note'));
  const deletions = operations.filter(({ op }) => op !== 'replace_document').slice(-maxOperations);
  return isEmpty && deletions.length > 0 ? { operations: deletions } : {};
}

const maxOperations = 2_000;
/** Of the contracts only the types: their schemas of everything else would come along. */
const staleFlow = z.object({ revision: z.number().int(), flowDefinition: z.unknown() });

/** What somebody else saved comes with the refusal; it is read by itself when it does not. */
async function readStale(flowId: string, error: ApiError): Promise<SaveOutcome> {
  const told = staleFlow.safeParse(error.details);
  try {
    const theirs = told.success ? told.data : await callApi('getFlow', { params: { id: flowId } });
    const parsed = parseFlowDefinition(theirs.flowDefinition);
    if (!parsed.ok) return { ok: false, reason: 'stale' };
    return {
      ok: false,
      reason: 'stale',
      theirs: { definition: parsed.definition, revision: theirs.revision },
    };
  } catch {
    // Not to be had now: as a save that did not get through, it is tried again.
    return { ok: false, reason: 'unreachable' };
  }
}

/** Of what JSON was read into, where nothing but JSON can be inside. */
const isJsonObject = (value: unknown): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document as plain JSON, for a request. */
export function toJsonObject(definition: FlowDefinition): Record<string, JsonValue> {
  const value: unknown = JSON.parse(JSON.stringify(definition));
  return isJsonObject(value) ? value : {};
}
