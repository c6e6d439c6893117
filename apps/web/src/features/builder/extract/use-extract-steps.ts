import type { Flow } from '@instaflow/contracts';
import { planExtraction, replaceByCall, toFlowOfItsOwn, type Extraction } from '@instaflow/flow-model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { callApi } from '../../../shared/api/call-api';
import { createRandomId } from '../../../shared/api/create-random-id';
import { queryKeys } from '../../../shared/api/query-keys';
import { newNodeId } from '../actions/new-node-id';
import { toJsonObject } from '../api/save-flow';
import { useFlow } from '../api/use-flow';
import { useBuilderSession } from '../state/builder-context';

/** Somebody else changed the steps while the new flow was being made: it is there as a draft, this one as it was. */
export class StepsChanged extends Error {}

export type ExtractedFlow = { flow: Flow; isPublished: boolean };

/**
 * Makes a flow of its own of steps and puts a call of it in their place, as one edit. The new flow is published, because
 * only then can this one lead into it; where that is refused it stays a draft. Trying again makes no second one.
 */
export function useExtractSteps() {
  const { accountId, flowId, store } = useBuilderSession();
  const folderId = useFlow(flowId).data?.folderId ?? null;
  const queryClient = useQueryClient();
  const attempt = useRef({ wanted: '', idempotencyKey: '' });

  const make = async (name: string, extraction: Extraction): Promise<Flow> => {
    const flowDefinition = toJsonObject(toFlowOfItsOwn(extraction));
    const wanted = JSON.stringify([name, extraction.fragment]);
    if (attempt.current.wanted !== wanted) attempt.current = { wanted, idempotencyKey: createRandomId() };
    const { idempotencyKey } = attempt.current;
    const body = { name, flowDefinition };
    const made = await callApi('createFlow', { params: { id: accountId }, body }, { idempotencyKey });
    if (folderId === null) return made;
    return callApi('updateFlow', { params: { id: made.flowId }, body: { folderId } });
  };

  /** False when the steps are not those of the new flow any more. */
  const replace = (name: string, extraction: Extraction, newFlowId: string): boolean => {
    const { entryId, fragment } = extraction;
    const { definition, automaticPositions, commit } = store.getState();
    const now = planExtraction(definition, new Set(fragment.nodes.map(({ id }) => id)));
    if (JSON.stringify(now) !== JSON.stringify(extraction)) return false;
    const callId = newNodeId();
    const entry = fragment.nodes.find(({ id }) => id === entryId);
    const position = entry?.position ?? automaticPositions[entryId];
    return commit({
      label: { key: 'extractSteps', values: { name } },
      operations: replaceByCall(definition, extraction, { flowId: newFlowId, callId, name, position }),
      select: [callId],
    });
  };

  const extract = async ({
    name,
    extraction,
  }: {
    name: string;
    extraction: Extraction;
  }): Promise<ExtractedFlow> => {
    const flow = await make(name, extraction);
    if (!replace(name, extraction, flow.flowId)) throw new StepsChanged();
    const { flowId: id, revision } = flow;
    const publishing = callApi('publishFlow', { params: { id }, body: { note: '', revision } });
    // What is wrong with it is said there, and by the problems of this flow.
    const isPublished = await publishing.then(
      () => true,
      () => false,
    );
    return { flow, isPublished };
  };

  return useMutation({
    mutationFn: extract,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.flows(accountId) }),
  });
}
