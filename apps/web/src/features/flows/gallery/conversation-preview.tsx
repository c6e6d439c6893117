import type { FlowBundle } from '@instaflow/flow-model';
import { Avatar, cx } from '@instaflow/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '../format-span';
import { playConversation } from './play-conversation';
import type { PreviewLine } from './preview-line';
import { PreviewMessage } from './preview-message';

export type ConversationPreviewProps = {
  bundle: FlowBundle;
  /** Which of its saved conversations. */
  index: number;
  username: string;
};

/** A saved conversation as the person at the other end sees it on a phone. */
export function ConversationPreview({ bundle, index, username }: ConversationPreviewProps) {
  const { t } = useTranslation('flows');
  const lines = useMemo(() => playConversation(bundle, index), [bundle, index]);
  return (
    <section
      aria-label={t('gallery.preview')}
      className="mx-auto flex h-140 max-h-[75vh] w-full max-w-88 flex-col overflow-hidden rounded-[28px] border-4 border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-b border-line px-4 py-2.5">
        <Avatar name={username} />
        <p className="truncate font-semibold">{username}</p>
      </header>
      <div
        role="log"
        aria-label={t('gallery.preview')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-3 py-4"
      >
        {lines?.map((line, at) => (
          <Line key={at} line={line} username={username} />
        ))}
        {(lines === null || lines.length === 0) && (
          <p className="m-auto text-sm text-ink-muted">{t('gallery.silent')}</p>
        )}
      </div>
    </section>
  );
}

function Line({ line, username }: { line: PreviewLine; username: string }) {
  const { t, i18n } = useTranslation('flows');
  switch (line.kind) {
    case 'said':
      return <Said line={line} />;
    case 'sent':
      return (
        <div className="flex max-w-5/6 flex-col items-start gap-1 self-start">
          {line.how === 'private_reply' && (
            <p className="text-xs text-ink-muted">{t('gallery.line.privateReply')}</p>
          )}
          <PreviewMessage message={line.message} />
        </div>
      );
    case 'public':
      return (
        <p className="self-stretch rounded-xl border border-line px-3 py-2 text-sm break-words">
          <span className="block text-xs text-ink-muted">{t('gallery.line.publicReply')}</span>
          <span className="font-semibold">{username}</span> {line.text}
        </p>
      );
    case 'note':
      return (
        <p className="self-center text-center text-xs break-all text-ink-muted">
          {t(`gallery.note.${line.what}`, { text: line.text })}
        </p>
      );
    case 'later':
      return (
        <p className="self-center py-1 text-center text-xs font-medium text-ink-muted">
          {t('gallery.later', { time: formatSpan(line.ms, i18n.language) })}
        </p>
      );
  }
}

function Said({ line: { how, text } }: { line: Extract<PreviewLine, { kind: 'said' }> }) {
  const { t } = useTranslation('flows');
  const isPlain = how === 'text';
  return (
    <div className="flex max-w-5/6 flex-col items-end gap-1 self-end">
      {!isPlain && <p className="text-xs text-ink-muted">{t(`gallery.line.${how}`)}</p>}
      {text !== '' && (
        <p
          className={cx(
            'rounded-2xl px-3.5 py-2 break-words whitespace-pre-wrap',
            how === 'comment' ? 'border border-line' : 'bg-accent text-accent-ink',
          )}
        >
          {text}
        </p>
      )}
    </div>
  );
}
