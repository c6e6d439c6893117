import type { FlowDefinition } from '@instaflow/flow-model';
import { listSteps } from '../search/list-steps';
import type { SearchOption } from '../search/search-select';
import type { BuilderTexts } from '../texts/use-texts';

export const nowhere = 'nowhere';
export const newStep = 'new-step';
const toNode = 'node:';

/** A step as the value of a target; `nowhere` without one. */
export const toTarget = (nodeId: string | null): string => (nodeId === null ? nowhere : toNode + nodeId);

/** The step a target names; null for `nowhere`. */
export const fromTarget = (target: string): string | null =>
  target.startsWith(toNode) ? target.slice(toNode.length) : null;

/** Where the ways out of a step may lead: nowhere, to a new step, or to another one. */
export function listTargets(
  t: BuilderTexts,
  { definition, ofNodeId }: { definition: FlowDefinition; ofNodeId: string },
): SearchOption[] {
  const others = listSteps(t, definition).filter(({ id }) => id !== ofNodeId);
  return [
    { value: nowhere, label: t('panel.nowhere') },
    { value: newStep, label: t('panel.newStep') },
    ...others.map(({ id, label }) => ({ value: toTarget(id), label })),
  ];
}
