import { callApi } from '../../../shared/api/call-api';
import { useFlowVersions } from '../../../shared/flow/use-flow-versions';
import { useBuilderSession } from '../state/builder-context';

/** The published versions of the flow, newest first. */
export const useVersions = () => useFlowVersions(useBuilderSession().flowId);

/** The document of one published version. */
export async function loadVersion(flowId: string, version: number): Promise<unknown> {
  const loaded = await callApi('getFlowVersion', { params: { id: flowId, version } });
  return loaded.flowDefinition;
}
