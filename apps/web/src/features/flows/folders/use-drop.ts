import { useState, type DragEvent } from 'react';
import { isDragged, readDragged, type Dragged } from './dragged';

/** Handlers of something flows and folders can be dropped on, and whether something hangs above it. */
export function useDrop(onDrop: ((dragged: Dragged) => void) | null) {
  const [isOver, setIsOver] = useState(false);
  if (!onDrop) return { isOver: false, handlers: {} };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!isDragged(event)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        const dragged = readDragged(event);
        if (!dragged) return;
        event.preventDefault();
        onDrop(dragged);
      },
    },
  };
}
