import { useEffect } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { keepSameMarks } from './keep-same-marks';
import { NodeMarks } from './node-marks';
import type { EdgeMark, NodeMark } from './overlay-store';

export type CanvasMarks = { nodeMarks: Record<string, NodeMark>; edgeMarks: Record<string, EdgeMark> };

/** Puts marks on the canvas as long as whoever uses it is there; null takes them away. */
export function useMarks(marks: CanvasMarks | null): void {
  const { overlay } = useBuilderSession();
  useEffect(() => {
    const known = overlay.getState();
    overlay.setState({
      nodeMarks: marks && keepSameMarks(known.nodeMarks, marks.nodeMarks),
      edgeMarks: marks && keepSameMarks(known.edgeMarks, marks.edgeMarks),
      drawNode: marks && NodeMarks,
    });
  }, [marks, overlay]);
  useEffect(() => () => overlay.setState({ nodeMarks: null, edgeMarks: null, drawNode: null }), [overlay]);
}
