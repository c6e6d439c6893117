import type { FlowDefinition, FlowNode } from '../flow-definition';
import { findWayPast } from '../kinds/find-way-past';
import { isDisabled } from '../kinds/is-disabled';
import type { ValidationContext } from './validation-context';

/**
 * A document as it is walked: what is switched off stands in it as a step that does nothing and goes on, which is what
 * a start is. Places in `nodes` stay; the same document when everything is on.
 */
export function bypassDisabled(definition: FlowDefinition): FlowDefinition {
  if (!definition.nodes.some(isDisabled)) return definition;
  return {
    ...definition,
    nodes: definition.nodes.map((node) => (isDisabled(node) ? toPassage(node) : node)),
  };
}

function toPassage({ id, name, position, ...node }: FlowNode): FlowNode {
  const way = findWayPast({ id, name, position, ...node });
  const connections = way ? [{ ...way, condition: null }] : [];
  return { id, type: 'start', name, position, connections };
}

/** The same for all flows of the account, each made once. */
export function bypassInContext({ findFlow, ...context }: ValidationContext): ValidationContext {
  if (!findFlow) return context;
  const walked = new Map<string, FlowDefinition | null>();
  return {
    ...context,
    findFlow: (flowId) => {
      const known = walked.get(flowId);
      if (known !== undefined) return known;
      const found = findFlow(flowId);
      const bypassed = found && bypassDisabled(found);
      walked.set(flowId, bypassed);
      return bypassed;
    },
  };
}
