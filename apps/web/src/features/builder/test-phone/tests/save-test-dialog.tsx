import type { FlowTest } from '@instaflow/flow-model';
import { Button, Checkbox, Dialog, Field, Input, Notice, toast } from '@instaflow/ui';
import { useState } from 'react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { keepChosen, listExpectables } from './choose-expectations';
import { ExpectationList } from './expectation-list';
import { useTestTexts } from './test-texts';
import type { useFlowTests } from './use-flow-tests';

export type SaveTestDialogProps = {
  /** The talk with everything expected that happened; null closes the dialog. */
  recorded: FlowTest | null;
  create: ReturnType<typeof useFlowTests>['create'];
  onClose: () => void;
};

/** A name for the talk, and which of its replies have to come again. */
export function SaveTestDialog({ recorded, create, onClose }: SaveTestDialogProps) {
  const t = useTestTexts();
  return (
    <Dialog
      size="lg"
      isOpen={recorded !== null}
      title={t('save.title')}
      description={t('save.description')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      {recorded && <SaveForm recorded={recorded} create={create} onClose={onClose} />}
    </Dialog>
  );
}

function SaveForm({
  recorded,
  create,
  onClose,
}: Omit<SaveTestDialogProps, 'recorded'> & { recorded: FlowTest }) {
  const t = useTestTexts();
  const errorText = useErrorText();
  const all = listExpectables(recorded);
  const [name, setName] = useState(recorded.name);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(all.map(({ key }) => key)));
  const isNamed = name.trim() !== '';
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNamed || create.isPending) return;
        create.mutate(keepChosen({ ...recorded, name: name.trim() }, chosen), {
          onSuccess: ({ test }) => {
            onClose();
            toast.success(t('save.saved', { name: test.name }));
          },
        });
      }}
    >
      <Field label={t('save.name')}>
        <Input
          value={name}
          maxLength={200}
          onChange={({ target }) => {
            setName(target.value);
          }}
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-medium">{t('save.expect')}</legend>
        <Checkbox
          label={t('save.all')}
          isChecked={chosen.size === all.length}
          onChange={(isChecked) => {
            setChosen(new Set(isChecked ? all.map(({ key }) => key) : []));
          }}
        />
        <ExpectationList test={recorded} expectables={all} chosen={chosen} onChange={setChosen} />
      </fieldset>
      {create.isError && (
        <Notice tone="danger" role="alert">
          {t('save.failed', { reason: errorText(create.error) })}
        </Notice>
      )}
      <div className="sticky -bottom-2 -mx-5 flex justify-end gap-2 border-t border-line bg-raised px-5 py-3 sm:rounded-b-xl">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isBusy={create.isPending} disabled={!isNamed}>
          {t('save.confirm')}
        </Button>
      </div>
    </form>
  );
}
