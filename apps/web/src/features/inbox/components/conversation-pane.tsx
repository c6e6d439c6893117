import { Sheet, SkeletonRows } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useConversation } from '../api/use-conversation';
import { useMarkRead } from '../hooks/use-mark-read';
import { Composer } from './composer';
import { ContactPane } from './contact-pane';
import { ConversationHeader } from './conversation-header';
import { Thread } from './thread';

export type ConversationPaneProps = { conversationId: string };

/** Thread and composer of one conversation, with its contact beside it or in a sheet. */
export function ConversationPane({ conversationId }: ConversationPaneProps) {
  const { t } = useTranslation(['inbox', 'app']);
  const conversation = useConversation(conversationId);
  const [isContactOpen, setIsContactOpen] = useState(false);
  useMarkRead(conversation.data);
  return (
    <QueryView
      query={conversation}
      skeleton={
        <div className="p-4">
          <SkeletonRows label={t('app:loading')} count={5} className="h-14" />
        </div>
      }
    >
      {(loaded) => (
        <div className="flex h-full min-h-0">
          <section className="flex min-h-0 min-w-0 flex-1 flex-col">
            <ConversationHeader conversation={loaded} onContact={() => setIsContactOpen(true)} />
            <Thread conversation={loaded} />
            <Composer conversation={loaded} />
          </section>
          <aside
            aria-label={t('pane.title')}
            className="hidden w-76 shrink-0 overflow-y-auto border-l border-line bg-surface p-4 xl:block"
          >
            <ContactPane contactId={loaded.contactId} />
          </aside>
          {isContactOpen && (
            <Sheet
              isOpen
              onOpenChange={setIsContactOpen}
              title={t('pane.title')}
              closeLabel={t('app:actions.close')}
            >
              <ContactPane contactId={loaded.contactId} />
            </Sheet>
          )}
        </div>
      )}
    </QueryView>
  );
}
