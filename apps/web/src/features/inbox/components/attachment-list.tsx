import { useTranslation } from 'react-i18next';
import type { Attachment } from '../attachment';
import { AttachmentItem } from './attachment-item';

export type AttachmentListProps = { files: readonly Attachment[]; onRemove: (file: Attachment) => void };

/** The files that go with the message. */
export function AttachmentList({ files, onRemove }: AttachmentListProps) {
  const { t } = useTranslation('inbox');
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('attach.list')} className="flex flex-wrap gap-2 pb-2">
      {files.map((file) => (
        <AttachmentItem key={file.localId} file={file} onRemove={() => onRemove(file)} />
      ))}
    </ul>
  );
}
