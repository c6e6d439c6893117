import type { Message } from '@instaflow/contracts';
import { Bot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useThread } from '../thread-context';
import { useSession } from '../../../shared/session/session-store';

export type SenderLineProps = { message: Message };

/** Who wrote a message; for automation with the way to the step that did. */
export function SenderLine({ message }: SenderLineProps) {
  const { t } = useTranslation('inbox');
  const { contactName } = useThread();
  const userId = useSession((session) => session.userId);
  const className = 'flex items-center gap-1.5 px-1 text-xs text-ink-muted';
  if (message.direction === 'inbound') return <p className={className}>{contactName}</p>;
  if (message.isAutomated) {
    return (
      <p className={className}>
        <Bot aria-hidden="true" className="size-3.5" />
        {t('thread.from.flow')}
        {message.flowId && (
          <Link
            to={`/accounts/${message.instagramAccountId}/flows/${message.flowId}${message.nodeId ? `?node=${message.nodeId}` : ''}`}
            className="text-accent-text underline underline-offset-2"
          >
            {t('thread.openStep')}
          </Link>
        )}
      </p>
    );
  }
  const who =
    message.sentByUserId === null
      ? t('thread.from.app')
      : message.sentByUserId === userId
        ? t('thread.from.me')
        : t('thread.from.person');
  return <p className={className}>{who}</p>;
}
