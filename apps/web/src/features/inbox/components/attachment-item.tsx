import type { MediaKind } from '@instaflow/contracts';
import { cx, IconButton } from '@instaflow/ui';
import { AudioLines, FileText, Film, Image, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../attachment';

export type AttachmentItemProps = { file: Attachment; onRemove: () => void };

const icons: Record<MediaKind, LucideIcon> = {
  image: Image,
  video: Film,
  audio: AudioLines,
  file: FileText,
};

/** One file: its picture or kind, how far it is, and a way to take it out. */
export function AttachmentItem({ file, onRemove }: AttachmentItemProps) {
  const { t } = useTranslation('inbox');
  const { name, kind, previewUrl, state, progress, error } = file;
  const Icon = icons[kind];
  const hasFailed = state === 'failed';
  return (
    <li
      className={cx(
        'flex max-w-full items-center gap-2 rounded-md border border-line bg-surface py-1 pr-1 pl-1.5',
        hasFailed && 'border-danger',
      )}
    >
      {previewUrl ? (
        <img src={previewUrl} alt="" className="size-9 rounded-sm object-cover" />
      ) : (
        <span className="grid size-9 place-items-center rounded-sm bg-sunken text-ink-muted">
          <Icon aria-hidden="true" className="size-4" />
        </span>
      )}
      <div className="flex min-w-0 flex-col gap-1">
        <span className="max-w-44 truncate text-sm" title={name}>
          {name}
        </span>
        {state === 'uploading' && (
          <progress
            className="h-1 w-full overflow-hidden rounded-full accent-accent"
            aria-label={t('attach.uploading', { name })}
            value={progress}
            max={1}
          />
        )}
        {hasFailed && (
          <span role="alert" className="max-w-64 text-xs text-danger-text">
            {t('attach.failed', { name, reason: error ?? '' })}
          </span>
        )}
      </div>
      <IconButton size="sm" hasTooltip={false} label={t('attach.remove', { name })} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}
