import type { Conversation } from '@instaflow/contracts';
import { Sheet } from '@instaflow/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useAccount } from '../../../shared/account/use-account';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { windowStateOf } from '../../../shared/conversation/window-state';
import { useNow } from '../../../shared/format/use-now';
import { ThreadContext } from '../thread-context';
import { Composer } from './composer';
import { ContactPane } from './contact-pane';
import { ConversationHeader } from './conversation-header';
import { DropZone } from './drop-zone';
import { Thread } from './thread';

export type OpenConversationProps = { conversation: Conversation };

/** Thread and composer of one conversation, with its contact beside it or in a sheet. */
export function OpenConversation({ conversation }: OpenConversationProps) {
  const { t } = useTranslation(['inbox', 'app']);
  const [isContactOpen, setIsContactOpen] = useState(false);
  const { conversationId, contactId } = conversation;
  const isAllowed = useAccess().can('answerPeople');
  const hasHeartOnly = (useAccount()?.instagramPageId ?? null) !== null;
  const now = useNow();
  const canAnswer = isAllowed && 'endsAt' in windowStateOf(conversation, now);
  const contactName = conversationName(conversation);
  const thread = useMemo(
    () => ({ conversationId, contactName, canAnswer, hasHeartOnly }),
    [conversationId, contactName, canAnswer, hasHeartOnly],
  );
  return (
    <div className="flex h-full min-h-0">
      <ThreadContext value={thread}>
        <DropZone conversationId={conversationId} isActive={canAnswer}>
          <ConversationHeader conversation={conversation} onContact={() => setIsContactOpen(true)} />
          <Thread conversation={conversation} />
          <Composer conversation={conversation} />
        </DropZone>
      </ThreadContext>
      <aside
        aria-label={t('pane.title')}
        className="hidden w-76 shrink-0 overflow-y-auto border-l border-line bg-surface p-4 xl:block"
      >
        <ContactPane contactId={contactId} />
      </aside>
      {isContactOpen && (
        <Sheet
          isOpen
          onOpenChange={setIsContactOpen}
          title={t('pane.title')}
          closeLabel={t('app:actions.close')}
        >
          <ContactPane contactId={contactId} />
        </Sheet>
      )}
    </div>
  );
}
