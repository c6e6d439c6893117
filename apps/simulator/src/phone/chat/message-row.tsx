import { formatTime } from '../data/format';
import type { Message, ShownAccount } from '../data/types';
import { Avatar } from '../parts/avatar';
import type { Draft } from './draft';
import { MessageContent } from './message-content';
import { MessageMenu } from './message-menu';
import type { ThreadActions } from './use-thread-actions';

type Props = {
  message: Message;
  answered: Message | undefined;
  account: ShownAccount;
  isLastOfRun: boolean;
  actions: ThreadActions;
  onDraft: (draft: Draft) => void;
};

const heart = '❤️';

/** One message with its author's side, reaction and what one can do with it. */
export function MessageRow({ message, answered, account, isLastOfRun, actions, onDraft }: Props) {
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
          message={message}
          onReact={(emoji) => actions.react(message.mid, emoji)}
          onDraft={onDraft}
          onUnsend={() => actions.unsend(message.mid)}
        />
      )}
    </article>
  );
}
