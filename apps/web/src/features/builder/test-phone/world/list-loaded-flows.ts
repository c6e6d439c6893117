import type { FlowDefinition, LoadedFlow } from '@instaflow/flow-model';
import type { Surroundings } from './build-world';

/** The draft and the published flows around it as saved conversations are played with them; the draft comes first. */
export function listLoadedFlows({
  flow,
  surroundings: { triggers, flows },
}: {
  flow: { flowId: string; name: string; definition: FlowDefinition };
  surroundings: Pick<Surroundings, 'triggers' | 'flows'>;
}): LoadedFlow[] {
  return [flow, ...flows].map(({ flowId, name, definition }) => ({
    id: flowId,
    name,
    description: '',
    definition,
    triggers: triggers.filter((trigger) => trigger.flowId === flowId),
    tests: [],
  }));
}
