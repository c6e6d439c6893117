import type { Conversation } from '@instaflow/contracts';
import { Button, cx } from '@instaflow/ui';
import { Bot, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../../shared/account/use-access';
import { useNow } from '../../../shared/format/use-now';
import { useConversationActions } from '../api/use-conversation-actions';
import { useDurationText } from '../hooks/use-duration-text';

export type TakeoverControlProps = { conversation: Conversation };

/** Says who answers, automation or people, and changes it. */
export function TakeoverControl({ conversation }: TakeoverControlProps) {
  const { t } = useTranslation('inbox');
  const { can } = useAccess();
  const durationText = useDurationText();
  const now = useNow(10_000);
  const { takeOver, release } = useConversationActions(conversation.conversationId);
  const until = conversation.automationPausedUntil;
  const leftMs = until ? new Date(until).getTime() - now : 0;
  const isWaiting = conversation.status === 'pending_human';
  const isTaken = leftMs > 0 && !isWaiting;
  const isHuman = isTaken || isWaiting;
  const Icon = isHuman ? UserRound : Bot;
  const takenText = () => t('mode.humanUntil', { left: durationText(leftMs) });
  const text = isWaiting ? t('mode.waiting') : isTaken ? takenText() : t('mode.bot');
  return (
    <div
      className={cx(
        'flex w-full items-center justify-between gap-3 rounded-md py-1 pr-1 pl-3 2xl:w-auto',
        isHuman ? 'bg-warning-soft text-warning-text' : 'bg-sunken text-ink-muted',
      )}
    >
      <span role="status" className="flex items-center gap-1.5 text-sm font-medium">
        <Icon aria-hidden="true" className="size-4" />
        {text}
      </span>
      {can('answerPeople') && (
        <span className="flex flex-wrap items-center gap-1.5">
          {!isTaken && (
            <Button size="sm" isBusy={takeOver.isPending} onClick={() => takeOver.mutate()}>
              {t('actions.takeOver')}
            </Button>
          )}
          {isHuman && (
            <Button size="sm" isBusy={release.isPending} onClick={() => release.mutate()}>
              {t('actions.release')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
