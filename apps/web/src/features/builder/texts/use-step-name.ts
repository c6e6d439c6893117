import { useBuilder } from '../state/builder-context';
import { nameKind } from './name-kind';
import { useTexts } from './use-texts';

/** What a step is called, its kind when it has no name; null when there is none (any more). */
export function useStepName(nodeId: string | null): string | null {
  const t = useTexts();
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === nodeId));
  return node ? node.name || nameKind(t, node.type) : null;
}
