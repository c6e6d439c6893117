import type { Conversation } from '@instaflow/contracts';
import { Avatar, Button, IconButton } from '@instaflow/ui';
import { ArrowLeft, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { conversationName } from '../../../shared/conversation/conversation-name';
import { useConversationActions } from '../api/use-conversation-actions';
import { LazyConversationMenu } from './lazy-layers';
import { TakeoverControl } from './takeover-control';
import { WindowChip } from './window-chip';

export type ConversationHeaderProps = { conversation: Conversation; onContact: () => void };

/** Who it is, who answers, how long there is time, and what can be done. */
export function ConversationHeader({ conversation, onContact }: ConversationHeaderProps) {
  const { t } = useTranslation('inbox');
  const { search } = useLocation();
  const { can } = useAccess();
  const { setStatus } = useConversationActions(conversation.conversationId);
  const name = conversationName(conversation);
  const isClosed = conversation.status === 'closed';
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-3 py-2">
      <Link
        to={`/accounts/${conversation.instagramAccountId}/inbox${search}`}
        aria-label={t('actions.back')}
        className="grid size-9 place-items-center rounded-md hover:bg-hover md:hidden"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
      </Link>
      <Avatar name={name} imageUrl={conversation.profilePictureUrl} />
      <div className="flex min-w-32 flex-1 flex-col">
        <h2 className="truncate font-semibold" title={name}>
          {name}
        </h2>
        <div className="flex flex-wrap items-center gap-1.5">
          <WindowChip conversation={conversation} />
        </div>
      </div>
      <div className="flex items-center gap-1">
        <IconButton label={t('actions.contact')} className="xl:hidden" onClick={onContact}>
          <UserRound aria-hidden="true" />
        </IconButton>
        {can('answerPeople') && (
          <>
            <Button
              className="max-lg:hidden"
              isBusy={setStatus.isPending}
              onClick={() => setStatus.mutate(isClosed ? 'open' : 'closed')}
            >
              {isClosed ? t('actions.reopen') : t('actions.close')}
            </Button>
            <LazyConversationMenu conversation={conversation} />
          </>
        )}
      </div>
      <TakeoverControl conversation={conversation} />
    </header>
  );
}
