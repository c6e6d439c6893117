import { Button, cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useSendMessage } from '../api/use-send-message';
import type { Outgoing } from '../outgoing';
import { LinkedText } from './linked-text';

export type OutgoingItemProps = { message: Outgoing };

/** A message of ours before the server has it. */
export function OutgoingItem({ message }: OutgoingItemProps) {
  const { t } = useTranslation('inbox');
  const { retry, discard } = useSendMessage(message.conversationId);
  const hasFailed = message.state === 'failed';
  return (
    <li className="flex max-w-[85%] flex-col items-end gap-0.5 self-end">
      <div
        className={cx(
          'flex max-w-full flex-col gap-1.5 rounded-xl rounded-br-sm bg-accent px-3.5 py-2 break-words whitespace-pre-wrap text-accent-ink',
          hasFailed && 'ring-2 ring-danger',
        )}
      >
        <OutgoingFiles files={message.files} />
        {message.text !== '' && <LinkedText text={message.text} />}
      </div>
      {hasFailed ? (
        <div role="alert" className="flex flex-wrap items-center justify-end gap-1 text-xs text-danger-text">
          <span>
            {t('delivery.failed')}: {message.error}
          </span>
          <Button size="sm" variant="ghost" onClick={() => retry(message)}>
            {t('actions.retry')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => discard(message)}>
            {t('actions.discard')}
          </Button>
        </div>
      ) : (
        <p className="px-1 text-xs text-ink-faint">{t('delivery.sending')}</p>
      )}
    </li>
  );
}

function OutgoingFiles({ files }: Pick<Outgoing, 'files'>) {
  return files.map(({ mediaFileId, name, previewUrl }) =>
    previewUrl ? (
      <img key={mediaFileId} src={previewUrl} alt={name} className="max-h-40 rounded-md" />
    ) : (
      <span key={mediaFileId} className="wrap-anywhere">
        {name}
      </span>
    ),
  );
}
