import type { FlowNode } from '@instaflow/flow-model';
import { useStore } from '@xyflow/react';
import { useRef, useState, type PointerEvent } from 'react';
import { updateStep } from '../actions/update-step';
import { snapToGrid } from '../canvas/place-node';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { clampNoteSize, readNoteColor, readNoteSize, type NoteSize } from './note-look';

/** A remark on the canvas: paper of some colour and size, never part of the flow. */
export function NoteCard({ node, isSelected }: { node: FlowNode; isSelected: boolean }) {
  const t = useTexts();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const { size, handlers } = useResizing(node);
  const text = Reflect.get(node, 'text');
  return (
    <div
      data-paper={readNoteColor(node)}
      style={{ ...size }}
      className={
        isSelected
          ? 'group/card relative rounded-md bg-(--paper) p-3 outline-2 outline-accent'
          : 'group/card relative rounded-md bg-(--paper) p-3 outline-1 outline-(--paper-line)'
      }
    >
      <p className="h-full overflow-hidden text-[13px] leading-[18px] break-words whitespace-pre-line">
        {typeof text === 'string' && text !== '' ? (
          text
        ) : (
          <span className="text-ink-muted">{t('noteCard.empty')}</span>
        )}
      </p>
      {!isReadOnly && (
        // Without a pointer the size is chosen in the panel.
        <span
          aria-hidden="true"
          title={t('noteCard.resize')}
          className="nodrag nopan absolute -right-1 -bottom-1 size-6 cursor-nwse-resize touch-none opacity-0 group-hover/card:opacity-100 after:absolute after:right-2 after:bottom-2 after:size-2.5 after:border-r-2 after:border-b-2 after:border-ink-faint"
          {...handlers}
        />
      )}
    </div>
  );
}

/** Dragging the corner: the note follows at once, the document changes when it is let go. */
function useResizing(node: FlowNode) {
  const store = useBuilderStore();
  const zoom = useStore(({ transform }) => transform[2]);
  const start = useRef<{ x: number; y: number; size: NoteSize } | null>(null);
  const [dragged, setDragged] = useState<NoteSize | null>(null);
  const end = () => {
    start.current = null;
    setDragged(null);
  };
  return {
    size: dragged ?? readNoteSize(node),
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY, size: readNoteSize(node) };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
        if (!start.current) return;
        const { x, y, size } = start.current;
        setDragged(
          clampNoteSize({
            width: snapToGrid(size.width + (clientX - x) / zoom),
            height: snapToGrid(size.height + (clientY - y) / zoom),
          }),
        );
      },
      onPointerUp: () => {
        if (dragged) updateStep(store, { nodeId: node.id, fields: { size: dragged } });
        end();
      },
      onPointerCancel: end,
    },
  };
}
