import type { Conversation } from '@instaflow/contracts';
import { DropdownMenu, IconButton, MenuItem } from '@instaflow/ui';
import { CircleCheck, CircleDot, EllipsisVertical, UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session/session-store';
import { useConversationActions } from '../api/use-conversation-actions';

export type ConversationMenuProps = { conversation: Conversation };

/** Assigning and closing. */
export function ConversationMenu({ conversation }: ConversationMenuProps) {
  const { t } = useTranslation('inbox');
  const userId = useSession((session) => session.userId);
  const { setStatus, assign } = useConversationActions(conversation.conversationId);
  const isClosed = conversation.status === 'closed';
  const isMine = conversation.assignedAgentId === userId;
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t('actions.more')} hasTooltip={false}>
          <EllipsisVertical aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => assign.mutate(isMine ? null : userId)}>
        <UserRoundCheck aria-hidden="true" />
        {isMine ? t('actions.unassign') : t('actions.assign')}
      </MenuItem>
      <MenuItem onSelect={() => setStatus.mutate(isClosed ? 'open' : 'closed')}>
        {isClosed ? <CircleDot aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        {isClosed ? t('actions.reopen') : t('actions.close')}
      </MenuItem>
    </DropdownMenu>
  );
}
