import { useStore } from '@xyflow/react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { FoldedCanvas } from '../groups/fold-groups';
import { loadFarPicture } from '../lazy-parts';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder } from '../state/builder-context';
import type { FarPicture } from './far/far-picture';
import type { FlowEdge } from './derive-canvas';
import { findZoomLevel, type StepLook, type ZoomLevel } from './zoom-level';

/**
 * The flow from afar as one picture, once its code is here: until then, and were it never to come, steps and connections
 * draw themselves. Connections with numbers or a path on them always do.
 */
export function useFarPicture(canvas: FoldedCanvas): {
  level: ZoomLevel;
  stepLook: StepLook;
  /** The connections that are to draw themselves. */
  edges: FlowEdge[];
  picture: ReactNode;
} {
  const level = useStore(({ transform }) => findZoomLevel(transform[2]));
  const isFar = level === 'far';
  const Picture = useLoaded(isFar);
  const hasMarks = useOverlay(({ edgeMarks }) => edgeMarks !== null);
  const spliceEdgeId = useBuilder((state) => state.spliceEdgeId);
  const special = useMemo(
    () => canvas.edges.filter(({ id, selected }) => selected === true || id === spliceEdgeId),
    [canvas.edges, spliceEdgeId],
  );
  if (!isFar || !Picture)
    return { level, stepLook: isFar ? 'box' : 'card', edges: canvas.edges, picture: null };
  return {
    level,
    stepLook: 'pictured',
    edges: hasMarks ? canvas.edges : special,
    picture: <Picture canvas={canvas} hasEdges={!hasMarks} />,
  };
}

function useLoaded(isWanted: boolean): typeof FarPicture | null {
  const [loaded, setLoaded] = useState<typeof FarPicture | null>(null);
  useEffect(() => {
    if (!isWanted || loaded) return;
    loadFarPicture().then(
      (picture) => {
        setLoaded(() => picture);
      },
      // Asked again with the next step back; until then the canvas is whole without it.
      () => undefined,
    );
  }, [isWanted, loaded]);
  return loaded;
}
