import type { JsonValue } from '@instaflow/contracts';
import { jsonValueSchema, type FlowDefinition } from '@instaflow/flow-model';
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
}: {
  flowId: string;
  accountId: string;
  definition: FlowDefinition;
  revision: number;
}): Promise<SaveOutcome> {
  try {
    const flow = await callApi('updateFlow', {
      params: { id: flowId },
      body: { flowDefinition: toJsonObject(definition), revision },
    });
    keepFlow(flow);
    void queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId), refetchType: 'none' });
    return { ok: true, revision: flow.revision };
  } catch (error) {
    if (!(error instanceof ApiError)) return { ok: false, reason: 'unreachable' };
    if (error.status === 409) return { ok: false, reason: 'stale' };
    return { ok: false, reason: error.isTemporary || error.status === 401 ? 'unreachable' : 'refused' };
  }
}

/** A document as plain JSON, for a request. */
export function toJsonObject(definition: FlowDefinition): Record<string, JsonValue> {
  const value = jsonValueSchema.parse(JSON.parse(JSON.stringify(definition)));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
