import type { Message } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { memo, useMemo } from 'react';
import { useFormat } from '../../../shared/format/use-format';
import { messageElementId } from '../element-ids';
import { readContent, type ContentFile, type ReadContent } from '../read-content';
import { DeliveryLine } from './delivery-line';
import { MessageActions } from './message-actions';
import { MessageBody } from './message-body';
import { MessageQuote } from './message-quote';
import { MessageReactions } from './message-reactions';
import { MessageWhy } from './message-why';
import { SenderLine } from './sender-line';

export type MessageItemProps = {
  message: Message;
  previous: Message | undefined;
  /** The message it answers, when it is loaded. */
  quoted: Message | undefined;
};

const senderOf = ({ direction, isAutomated, sentByUserId, flowId }: Message): string =>
  [direction, isAutomated, sentByUserId, flowId].join('/');

/** One message: contact at the left, ours at the right, automation set apart from people. */
export const MessageItem = memo(function MessageItem({ message, previous, quoted }: MessageItemProps) {
  const format = useFormat();
  const read = useMemo(() => readContent(message), [message]);
  const isInbound = message.direction === 'inbound';
  const isFirstOfSender = !previous || senderOf(previous) !== senderOf(message);
  return (
    <li
      id={messageElementId(message.messageLogId)}
      tabIndex={-1}
      className={cx(
        'group/message flex max-w-[85%] flex-col gap-0.5 rounded-md [content-visibility:auto]',
        isInbound ? 'items-start self-start' : 'items-end self-end',
        isFirstOfSender && previous && 'mt-2',
      )}
    >
      {isFirstOfSender && <SenderLine message={message} />}
      {read.replyToMid !== null && <MessageQuote quoted={quoted} />}
      <div className={cx('flex max-w-full gap-1', !isInbound && 'flex-row-reverse')}>
        <div
          title={format.exact(message.timestamp)}
          className={bubbleClasses(message, isBare(message, read))}
        >
          <MessageBody message={message} read={read} />
        </div>
        <MessageActions message={message} ownReaction={read.ownReaction} />
      </div>
      <MessageReactions message={message} read={read} />
      <div className={cx('flex flex-wrap items-center', !isInbound && 'justify-end')}>
        <DeliveryLine message={message} read={read} />
        <MessageWhy message={message} />
      </div>
    </li>
  );
});

/** Pictures and videos without a word stand for themselves. */
const isBare = ({ content, type }: Message, { files, title, story }: ReadContent): boolean =>
  !content.text && !title && !story && type !== 'share' && files.length > 0 && files.every(isSeen);

const isSeen = ({ kind, url }: ContentFile): boolean =>
  url !== null && (kind === 'image' || kind === 'video');

const bubbleClasses = (
  { direction, isAutomated, deliveryStatus, type }: Message,
  isNarrow: boolean,
): string =>
  cx(
    'min-w-0 max-w-full rounded-xl break-words whitespace-pre-wrap',
    isNarrow ? 'p-1' : 'px-3.5 py-2',
    direction === 'inbound'
      ? 'rounded-bl-sm bg-sunken'
      : ['rounded-br-sm', isAutomated ? 'bg-accent-soft' : 'bg-accent text-accent-ink'],
    deliveryStatus === 'failed' && 'ring-1 ring-danger',
    deliveryStatus === 'cancelled' && 'line-through opacity-70',
    type === 'deleted' && 'text-ink-muted ring-1 ring-line ring-inset',
  );
