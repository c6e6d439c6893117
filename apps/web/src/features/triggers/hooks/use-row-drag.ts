import type { Trigger } from '@instaflow/contracts';
import { useState, type DragEvent } from 'react';

/** Rows are dragged among those of their kind only, so the kind is part of the type: browsers tell it while dragging. */
const typeOf = (trigger: Trigger): string =>
  `application/x-instaflow-trigger-${trigger.type.replaceAll('_', '-')}`;

/** Makes a row one that can be carried onto another; `onDropped` gets the id of the one that was carried here. */
export function useRowDrag(trigger: Trigger, onDropped: ((triggerId: string) => void) | null) {
  const [isOver, setIsOver] = useState(false);
  if (!onDropped) return { isOver: false, handlers: {} };
  const type = typeOf(trigger);
  return {
    isOver,
    handlers: {
      draggable: true,
      onDragStart: ({ dataTransfer }: DragEvent) => {
        dataTransfer.setData(type, trigger.triggerId);
        dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(type)) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        const triggerId = event.dataTransfer.getData(type);
        if (!triggerId) return;
        event.preventDefault();
        onDropped(triggerId);
      },
    },
  };
}
