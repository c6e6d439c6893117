import { Button } from '@instaflow/ui';
import { Upload, X } from 'lucide-react';
import { useRef } from 'react';
import { toMediaType } from '../../clipboard/to-message-content';
import { useTexts } from '../../texts/use-texts';
import { TextInput, type TextInputProps } from './text-input';
import { useMediaUpload } from './use-media-upload';

export type MediaInputProps = Omit<TextInputProps, 'type' | 'onChange'> & {
  /** Only pictures can be chosen. */
  isPicture?: boolean;
  /** `type` is known of files chosen here. */
  onChange: (url: string, type?: ReturnType<typeof toMediaType>) => void;
};

/** The address of a file, or a file of this device that is uploaded for it. */
export function MediaInput({ isPicture = false, onChange, ...field }: MediaInputProps) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { progress, error, start, cancel } = useMediaUpload(({ url, contentType }) => {
    onChange(url, toMediaType(contentType));
  });
  return (
    <div className="flex flex-col gap-1.5">
      <TextInput
        {...field}
        type="url"
        onChange={(url) => {
          onChange(url);
        }}
      />
      {progress === null ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => input.current?.click()}>
          <Upload aria-hidden="true" />
          {t('fields.upload')}
        </Button>
      ) : (
        <div className="flex items-center gap-2">
          <progress
            aria-label={t('fields.uploading')}
            value={progress}
            className="h-1.5 flex-1 accent-accent"
          />
          <Button size="sm" variant="ghost" onClick={cancel}>
            <X aria-hidden="true" />
            {t('fields.cancelUpload')}
          </Button>
        </div>
      )}
      {error !== null && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={isPicture ? 'image/png,image/jpeg,image/gif' : 'image/*,video/*,audio/*,application/pdf'}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void start(file);
          // Or choosing the same file again would change nothing.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
