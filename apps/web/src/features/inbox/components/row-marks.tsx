import type { Conversation } from '@instaflow/contracts';
import { Badge } from '@instaflow/ui';
import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session/session-store';
import { WindowChip } from './window-chip';

export type RowMarksProps = { conversation: Conversation };

/** State, time left and assignee of a row. */
export function RowMarks({ conversation }: RowMarksProps) {
  const { t } = useTranslation('inbox');
  const userId = useSession((session) => session.userId);
  const { status, assignedAgentId } = conversation;
  return (
    <span className="flex items-center gap-1.5 overflow-hidden">
      {status !== 'open' && (
        <Badge tone={status === 'pending_human' ? 'warning' : 'neutral'} className="h-5">
          {t(`status.${status}`)}
        </Badge>
      )}
      <WindowChip conversation={conversation} isSmall />
      {assignedAgentId && (
        <UserRoundCheck
          role="img"
          aria-label={assignedAgentId === userId ? t('assignedToMe') : t('assignedToOther')}
          className="size-3.5 shrink-0 text-ink-muted"
        />
      )}
    </span>
  );
}
