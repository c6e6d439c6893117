import { IconButton } from '@instaflow/ui';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptedTypes } from '../attachment-limits';

export type AttachButtonProps = { onFiles: (files: Iterable<File>) => void };

/** Chooses files from this device. */
export function AttachButton({ onFiles }: AttachButtonProps) {
  const { t } = useTranslation('inbox');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={`${t('attach.add')}. ${t('attach.hint')}`} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden="true" />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedTypes}
        onChange={({ currentTarget }) => {
          onFiles(currentTarget.files ?? []);
          // Or choosing the same file again would change nothing.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
