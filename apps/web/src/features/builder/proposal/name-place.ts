import { conditionKey, listOutlets, type FlowDefinition, type FlowNode } from '@instaflow/flow-model';
import { findTarget } from '../actions/connect-steps';
import type { Wiring } from '../state/canvas-slice';
import { nameKind } from '../texts/name-kind';
import { nameOutlet } from '../texts/name-outlet';
import type { BuilderTexts } from '../texts/use-texts';
import type { ProposalTexts } from './proposal-texts';

/** Where described steps will go: “After “Welcome” · Yes”, between two steps, or “On its own”. */
export function namePlace(
  { t, builderText }: { t: ProposalTexts; builderText: BuilderTexts },
  definition: FlowDefinition,
  wiring: Wiring,
): string {
  const find = (nodeId: string | null) => definition.nodes.find(({ id }) => id === nodeId);
  const source = wiring.kind === 'none' ? undefined : find(wiring.nodeId);
  if (wiring.kind === 'none' || !source) return t('place.alone');
  const { condition } = wiring;
  const target = find(findTarget(definition, source.id, condition));
  const nameOf = ({ name, type }: FlowNode) => name || nameKind(builderText, type);
  const outlets = listOutlets(source);
  const outlet = outlets.find(({ id }) => id === conditionKey(condition));
  const isOnly = outlets.filter(({ isException }) => !isException).length === 1;
  const from =
    outlet && !isOnly
      ? t('place.outlet', { name: nameOf(source), outlet: nameOutlet(builderText, source, outlet) })
      : t('place.step', { name: nameOf(source) });
  return target
    ? t('place.between', { from, to: t('place.step', { name: nameOf(target) }) })
    : t('place.after', { from });
}
