import { Ellipsis, Heart, Reply, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { formatTime } from '../data/format';
import type { Message, ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';
import { IconButton } from '../parts/icon-button';
import { MessageContent } from './message-content';
import type { ThreadActions } from './use-thread-actions';

type Props = {
  message: Message;
  answered: Message | undefined;
  account: ShownAccount;
  isLastOfRun: boolean;
  actions: ThreadActions;
  onAnswer: (message: Message) => void;
};

const heart = '❤️';

/** One message with its author's side, reaction and what one can do with it. */
export function MessageRow({ message, answered, account, isLastOfRun, actions, onAnswer }: Props) {
  const isOwn = message.direction === 'in';
  const reactions = [message.personReaction, message.businessReaction].filter(Boolean);
  const toggleHeart = (): void => actions.react(message.mid, message.personReaction ? null : heart);
  return (
    <article
      className={`row ${isOwn ? 'row-in' : 'row-out'}`}
      aria-label={`${isOwn ? 'You' : account.name}, ${formatTime(message.at)}`}
      title={formatTime(message.at)}
    >
      {!isOwn && (isLastOfRun ? <Avatar id={account.userId} /> : <span className="avatar-gap" />)}
      <div className="row-body" onDoubleClick={toggleHeart}>
        {answered && <p className="quote">{answered.text ?? 'Attachment'}</p>}
        {message.replyToStory && <p className="quote">You replied to their story</p>}
        {message.commentId && <p className="quote">They replied to your comment</p>}
        <MessageContent message={message} onTap={actions.tap} />
        {reactions.length > 0 && <span className="reaction">{[...new Set(reactions)].join(' ')}</span>}
        {message.editCount !== undefined && <span className="edited">Edited</span>}
      </div>
      {!message.isDeleted && (
        <MessageMenu
          isOwn={isOwn}
          isLiked={Boolean(message.personReaction)}
          onLike={toggleHeart}
          onAnswer={() => onAnswer(message)}
          onUnsend={() => actions.unsend(message.mid)}
        />
      )}
    </article>
  );
}

type MenuProps = {
  isOwn: boolean;
  isLiked: boolean;
  onLike: () => void;
  onAnswer: () => void;
  onUnsend: () => void;
};

function MessageMenu({ isOwn, isLiked, onLike, onAnswer, onUnsend }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const doAndClose = (work: () => void) => (): void => {
    work();
    setOpen(false);
  };
  return (
    <div className={`row-menu ${isOpen ? 'is-open' : ''}`}>
      {isOpen && (
        <>
          <IconButton
            label={isLiked ? 'Take the heart back' : 'React with a heart'}
            onClick={doAndClose(onLike)}
          >
            <Heart size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label="Reply to this message" onClick={doAndClose(onAnswer)}>
            <Reply size={16} aria-hidden="true" />
          </IconButton>
          {isOwn && (
            <IconButton label="Unsend" onClick={doAndClose(onUnsend)}>
              <Undo2 size={16} aria-hidden="true" />
            </IconButton>
          )}
        </>
      )}
      <IconButton label="Message actions" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Ellipsis size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
