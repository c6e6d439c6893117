import { Button, cx } from '@instaflow/ui';
import { FileJson } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

export type FileDropProps = { isBusy: boolean; onFile: (file: File) => void };

/** Where a file is dropped, or picked with a button. */
export function FileDrop({ isBusy, onFile }: FileDropProps) {
  const { t } = useTranslation('flows');
  const [isOver, setIsOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong px-4 py-8 text-center',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FileJson aria-hidden="true" className="size-6 text-ink-faint" />
      <p className="text-ink-muted">{t('import.drop')}</p>
      <Button isBusy={isBusy} onClick={() => picker.current?.click()}>
        {t('import.pick')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('import.pick')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
