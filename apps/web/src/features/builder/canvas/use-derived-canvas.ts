import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { describeCard } from '../texts/describe-card';
import { useTexts } from '../texts/use-texts';
import { createCanvasDeriver, type DerivedCanvas } from './derive-canvas';

/** The flow as React Flow's nodes and edges. */
export function useDerivedCanvas(): DerivedCanvas {
  const t = useTexts();
  const [derive] = useState(createCanvasDeriver);
  const input = useBuilder(
    useShallow((state) => ({
      definition: state.definition,
      automaticPositions: state.automaticPositions,
      dragPositions: state.dragPositions,
      selectedNodeIds: state.selectedNodeIds,
      selectedEdgeId: state.selectedEdgeId,
      activeNodeId: selectOnlyNodeId(state),
      problems: state.problems,
    })),
  );
  return derive({ ...input, describe: (data) => describeCard(t, data) });
}
