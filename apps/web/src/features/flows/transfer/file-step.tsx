import { Button, Field, Textarea } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from './file-drop';
import { ImportError } from './import-error';
import type { TextProblem } from './read-flow-text';
import { TextProblems } from './text-problems';
import type { ImportedBundle } from './use-import';

export type FileStepProps = {
  error: unknown;
  isBusy: boolean;
  onRead: (bundle: ImportedBundle) => void;
};

/** Takes a file, dropped or picked, or a text that was pasted. */
export function FileStep({ error, isBusy, onRead }: FileStepProps) {
  const { t } = useTranslation('flows');
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly TextProblem[]>([]);
  const read = async (content: string, name: string): Promise<void> => {
    // The flow model comes with the first file; the list of flows does without it.
    const { readFlowText } = await import('./read-flow-text');
    const answer = readFlowText(content, name);
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) onRead(answer.bundle);
  };
  const take = async (file: File): Promise<void> =>
    read(await file.text(), file.name.replace(/(\.flows)?\.json$/i, ''));
  return (
    <div className="flex flex-col gap-4">
      <FileDrop isBusy={isBusy} onFile={(file) => void take(file)} />
      <Field label={t('import.paste')}>
        <Textarea
          rows={5}
          value={text}
          spellCheck={false}
          className="font-mono text-sm"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button
        className="self-start"
        disabled={text.trim() === ''}
        isBusy={isBusy}
        onClick={() => void read(text, t('import.fallbackName'))}
      >
        {t('import.read')}
      </Button>
      <TextProblems problems={problems} />
      {problems.length === 0 && <ImportError error={error} />}
    </div>
  );
}
