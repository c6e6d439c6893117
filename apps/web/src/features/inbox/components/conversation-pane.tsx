import { SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { useConversation } from '../api/use-conversation';
import { useMarkRead } from '../hooks/use-mark-read';
import { OpenConversation } from './open-conversation';

export type ConversationPaneProps = { conversationId: string };

/** One conversation, or its skeleton, or why it could not be read. */
export function ConversationPane({ conversationId }: ConversationPaneProps) {
  const { t } = useTranslation(['inbox', 'app']);
  const conversation = useConversation(conversationId);
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
      {(loaded) => <OpenConversation conversation={loaded} />}
    </QueryView>
  );
}
