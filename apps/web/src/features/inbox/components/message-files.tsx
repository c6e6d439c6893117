import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { ContentFile } from '../read-content';
import { MessageMedia } from './message-media';

export type MessageFilesProps = { files: readonly ContentFile[]; isShare: boolean };

/** The files of a message; several pictures side by side. */
export function MessageFiles({ files, isShare }: MessageFilesProps) {
  const { t } = useTranslation('inbox');
  if (files.length === 0) return null;
  const areTiles = files.length > 1;
  return (
    <div className={cx(areTiles ? 'grid max-w-96 grid-cols-2 gap-1' : 'flex')}>
      {files.map((file, index) => (
        <MessageMedia
          key={`${file.url ?? ''}-${index}`}
          file={file}
          label={
            isShare ? t('kind.openShare') : t(`kind.${file.kind === 'unknown' ? 'attachment' : file.kind}`)
          }
          isPage={isShare}
          goneText={isShare ? t('gone.share') : t('gone.file')}
          className={areTiles ? 'aspect-square size-full' : undefined}
        />
      ))}
    </div>
  );
}
