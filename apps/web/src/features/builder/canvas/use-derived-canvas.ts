import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { createGroupFolder, type FoldedCanvas } from '../groups/fold-groups';
import { useBuilder } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { createCardDescriber } from '../texts/describe-card';
import { describeGroup } from '../texts/describe-group';
import { useTexts } from '../texts/use-texts';
import { createCanvasDeriver } from './derive-canvas';

/** The flow as React Flow's nodes and edges. */
export function useDerivedCanvas(): FoldedCanvas {
  const t = useTexts();
  const describe = useMemo(() => createCardDescriber(t), [t]);
  const [derive] = useState(createCanvasDeriver);
  const [fold] = useState(createGroupFolder);
  const peekedGroupIds = useBuilder((state) => state.peekedGroupIds);
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
  const canvas = derive({ ...input, describe });
  return fold(canvas, {
    groups: input.definition.groups,
    peekedGroupIds,
    describe: (data) => describeGroup(t, data),
  });
}
