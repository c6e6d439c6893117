import type { Message } from '@instaflow/contracts';
import { IconButton } from '@instaflow/ui';
import { Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { composerId } from '../element-ids';
import { useInbox } from '../state/inbox-store';
import { useThread } from '../thread-context';
import { LazyReactionPicker } from './lazy-layers';

export type MessageActionsProps = { message: Message; ownReaction: string | null };

/** Messages Instagram can be asked to answer or react to have an id there; comments are answered otherwise. */
const canBeNamed = ({ mid, type }: Message): boolean =>
  mid !== null && type !== 'deleted' && type !== 'comment' && type !== 'comment_reply';

/** Answering one message, and reacting to it; seen on hover and focus, on touch always. */
export function MessageActions({ message, ownReaction }: MessageActionsProps) {
  const { t } = useTranslation('inbox');
  const { conversationId, canAnswer } = useThread();
  const setReply = useInbox((inbox) => inbox.setReply);
  if (!canAnswer || !canBeNamed(message)) return null;
  const reply = () => {
    setReply(conversationId, message.messageLogId);
    document.getElementById(composerId)?.focus();
  };
  return (
    <div className="flex shrink-0 items-center self-center opacity-0 transition-opacity group-hover/message:opacity-100 focus-within:opacity-100 has-data-[state=open]:opacity-100 touch:opacity-100">
      <IconButton size="sm" label={t('actions.reply')} className="text-ink-muted" onClick={reply}>
        <Reply aria-hidden="true" />
      </IconButton>
      {message.direction === 'inbound' && <LazyReactionPicker message={message} ownReaction={ownReaction} />}
    </div>
  );
}
