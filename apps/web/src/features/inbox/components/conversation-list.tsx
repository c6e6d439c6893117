import type { Conversation } from '@instaflow/contracts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConversationRow } from './conversation-row';

export type ConversationListProps = {
  conversations: readonly Conversation[];
  conversationId: string;
  /** The last rows came into sight. */
  onEnd: () => void;
};

const rowHeight = 76;

/** Only the rows in sight are in the page, so that ten thousand scroll as smoothly as ten. */
export function ConversationList({ conversations, conversationId, onEnd }: ConversationListProps) {
  const { t } = useTranslation('inbox');
  const frame = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => conversations[index]?.conversationId ?? index,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const isEndInSight = (rows.at(-1)?.index ?? 0) >= conversations.length - 5;
  useEffect(() => {
    if (isEndInSight) onEnd();
  }, [isEndInSight, onEnd]);
  const selected = conversations.findIndex((candidate) => candidate.conversationId === conversationId);
  useEffect(() => {
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' });
  }, [selected, virtualizer]);
  return (
    <div ref={frame} className="h-full overflow-y-auto">
      <ul aria-label={t('list')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const conversation = conversations[row.index];
          if (!conversation) return null;
          return (
            <li
              key={row.key}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
            >
              <ConversationRow
                conversation={conversation}
                isCurrent={conversation.conversationId === conversationId}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
