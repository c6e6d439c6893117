import type { Message } from '@instaflow/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type MessageWhyProps = { message: Message };

const MessageTraceSheet = lazy(async () => ({
  default: (await import('../../runs/components/message-trace-sheet')).MessageTraceSheet,
}));

/** Opens why automation sent a message, or what became of one that arrived; people's own messages need no reason. */
export function MessageWhy({ message: { messageLogId, direction, isAutomated } }: MessageWhyProps) {
  const { t } = useTranslation('inbox');
  const [isOpen, setIsOpen] = useState(false);
  if (direction === 'outbound' && !isAutomated) return null;
  return (
    <>
      <button
        type="button"
        aria-label={direction === 'inbound' ? t('why.inbound') : t('why.outbound')}
        onClick={() => setIsOpen(true)}
        className="min-h-6 rounded-sm px-1 text-xs text-ink-muted underline underline-offset-2 hover:text-ink touch:min-h-9 touch:px-2"
      >
        {t('why.short')}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <MessageTraceSheet messageLogId={messageLogId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
