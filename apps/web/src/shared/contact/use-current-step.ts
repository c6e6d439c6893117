import type { Contact } from '@instaflow/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';
import { findNodeName } from './find-node-name';

export type CurrentStep = { flowId: string; flowName: string; stepName: string | null };

/** The flow a contact is in and the step it waits at; null when in none or while unknown. */
export function useCurrentStep(
  contact: Pick<Contact, 'currentFlowId' | 'currentFlowStepNodeId'>,
): CurrentStep | null {
  const flowId = contact.currentFlowId ?? '';
  const flow = useQuery({
    queryKey: queryKeys.flow(flowId),
    queryFn: ({ signal }) => callApi('getFlow', { params: { id: flowId } }, { signal }),
    enabled: flowId !== '',
  });
  if (!flow.data || flowId === '') return null;
  const stepName = findNodeName(flow.data.flowDefinition, contact.currentFlowStepNodeId);
  return { flowId, flowName: flow.data.name, stepName };
}
