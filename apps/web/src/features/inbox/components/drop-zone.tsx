import { Paperclip } from 'lucide-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachments } from '../hooks/use-attachments';

export type DropZoneProps = { conversationId: string; isActive: boolean; children: ReactNode };

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** The conversation as the place where files can be dropped; the same is done by a button and by pasting. */
export function DropZone({ conversationId, isActive, children }: DropZoneProps) {
  const { t } = useTranslation('inbox');
  const { add } = useAttachments(conversationId);
  const [isOver, setIsOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (!isActive || !hasFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    setIsOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!isActive || !hasFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <section
      className="relative flex min-h-0 min-w-0 flex-1 flex-col"
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-10 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 text-accent-text">
          <p className="flex items-center gap-2 font-medium">
            <Paperclip aria-hidden="true" className="size-5" />
            {t('attach.drop')}
          </p>
        </div>
      )}
    </section>
  );
}
