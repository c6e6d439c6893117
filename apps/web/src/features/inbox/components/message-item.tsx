import type { Message } from '@instaflow/contracts';
import { cx } from '@instaflow/ui';
import { memo } from 'react';
import { useFormat } from '../../../shared/format/use-format';
import { DeliveryLine } from './delivery-line';
import { MessageBody } from './message-body';
import { MessageWhy } from './message-why';
import { SenderLine } from './sender-line';

export type MessageItemProps = { message: Message; previous: Message | undefined; contactName: string };

const senderOf = ({ direction, isAutomated, sentByUserId, flowId }: Message): string =>
  [direction, isAutomated, sentByUserId, flowId].join('/');

/** One message: contact at the left, ours at the right, automation set apart from people. */
export const MessageItem = memo(function MessageItem({ message, previous, contactName }: MessageItemProps) {
  const format = useFormat();
  const isInbound = message.direction === 'inbound';
  const isFirstOfSender = !previous || senderOf(previous) !== senderOf(message);
  return (
    <li
      className={cx(
        'flex max-w-[85%] flex-col gap-0.5 [content-visibility:auto]',
        isInbound ? 'self-start' : 'items-end self-end',
        isFirstOfSender && previous && 'mt-2',
      )}
    >
      {isFirstOfSender && <SenderLine message={message} contactName={contactName} />}
      <div title={format.exact(message.timestamp)} className={bubbleClasses(message)}>
        <MessageBody message={message} />
      </div>
      <div className={cx('flex flex-wrap items-center', !isInbound && 'justify-end')}>
        <DeliveryLine message={message} />
        <MessageWhy message={message} />
      </div>
    </li>
  );
});

const bubbleClasses = ({ direction, isAutomated, deliveryStatus }: Message): string =>
  cx(
    'max-w-full rounded-xl px-3.5 py-2 break-words whitespace-pre-wrap',
    direction === 'inbound'
      ? 'rounded-bl-sm bg-sunken'
      : ['rounded-br-sm', isAutomated ? 'bg-accent-soft' : 'bg-accent text-accent-ink'],
    deliveryStatus === 'failed' && 'ring-1 ring-danger',
    deliveryStatus === 'cancelled' && 'line-through opacity-70',
  );
