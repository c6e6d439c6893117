import { ViewportPortal } from '@xyflow/react';
import { useBuilder } from '../state/builder-context';

/** The lines a dragged step has snapped to. */
export function GuideLines() {
  const guides = useBuilder((state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <span
          key={axis}
          aria-hidden="true"
          className="pointer-events-none absolute z-10 bg-accent"
          style={
            axis === 'x'
              ? { left: at, top: from, width: 1, height: to - from }
              : { left: from, top: at, width: to - from, height: 1 }
          }
        />
      ))}
    </ViewportPortal>
  );
}
