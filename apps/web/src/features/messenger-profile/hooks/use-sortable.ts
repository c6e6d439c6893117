import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

type Move = (from: number, to: number) => void;

export type Sortable = {
  listRef: RefObject<HTMLOListElement | null>;
  /** Which one is being dragged. */
  dragged: number | null;
  handleProps: (index: number) => {
    onPointerDown: (event: PointerEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
};

/** Order by dragging a handle, with mouse or finger, or by the arrow keys on it. */
export function useSortable({ count, onMove }: { count: number; onMove: Move }): Sortable {
  const listRef = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);

  useEffect(() => {
    if (dragged === null) return undefined;
    // On the window: the handle moves in the document while it is dragged and would lose the pointer.
    const follow = (event: globalThis.PointerEvent) => {
      const to = findPlace(listRef.current, dragged, event.clientY);
      if (to === dragged) return;
      onMove(dragged, to);
      setDragged(to);
    };
    const drop = () => setDragged(null);
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', drop);
    return () => {
      window.removeEventListener('pointermove', follow);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', drop);
    };
  }, [dragged, onMove]);

  const handleProps: Sortable['handleProps'] = (index) => ({
    onPointerDown: (event) => {
      if (event.button === 0) setDragged(index);
    },
    onKeyDown: (event) => {
      const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : index;
      if (to === index) return;
      event.preventDefault();
      if (to >= 0 && to < count) onMove(index, to);
    },
  });
  return { listRef, dragged, handleProps };
}

/** A neighbour gives way once the pointer is past its middle, so that entries of different heights do not flicker. */
function findPlace(list: HTMLElement | null, dragged: number, y: number): number {
  const middleOf = (index: number): number | null => {
    const box = list?.children[index]?.getBoundingClientRect();
    return box ? box.top + box.height / 2 : null;
  };
  const above = middleOf(dragged - 1);
  const below = middleOf(dragged + 1);
  if (above !== null && y < above) return dragged - 1;
  return below !== null && y > below ? dragged + 1 : dragged;
}
