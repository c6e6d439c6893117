import type { SavedFlowTest } from '@instaflow/contracts';
import { Button, Dialog, Field, Input } from '@instaflow/ui';
import { useState } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { useTestTexts } from './test-texts';
import type { useFlowTests } from './use-flow-tests';

export type RenameTestProps = {
  saved: SavedFlowTest;
  update: ReturnType<typeof useFlowTests>['update'];
  isOpen: boolean;
  onClose: () => void;
};

/** Gives a saved conversation another name. */
export function RenameTest({ isOpen, onClose, ...form }: RenameTestProps) {
  const t = useTestTexts();
  return (
    <Dialog
      isOpen={isOpen}
      title={t('renameTitle')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <RenameForm {...form} onClose={onClose} />
    </Dialog>
  );
}

function RenameForm({ saved: { testId, test }, update, onClose }: Omit<RenameTestProps, 'isOpen'>) {
  const t = useTestTexts();
  const errorText = useErrorText();
  const [name, setName] = useState(test.name);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        update.mutate({ testId, test: { ...test, name: name.trim() } }, { onSuccess: onClose });
      }}
    >
      <Field
        label={t('name')}
        error={update.isError ? t('changeFailed', { reason: errorText(update.error) }) : null}
      >
        <Input
          value={name}
          maxLength={200}
          onChange={({ target }) => {
            setName(target.value);
          }}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isBusy={update.isPending} disabled={name.trim() === ''}>
          {t('rename')}
        </Button>
      </div>
    </form>
  );
}
