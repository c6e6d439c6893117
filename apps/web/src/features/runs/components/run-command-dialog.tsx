import { Button, Dialog, Field, Input, Notice, toast } from '@instaflow/ui';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RetryVersion } from './retry-version';
import { useRunCommand, type CommandedRun } from '../api/use-run-command';
import type { RunCommandName } from '../run-commands';
import { useRefusalText } from '../use-refusal-text';
import { useRunTexts } from '../use-run-texts';

export type RunCommandDialogProps = { run: CommandedRun; command: RunCommandName; onClose: () => void };

/** Says what a command does, takes a reason for the trace, and shows in place why it was refused. */
export function RunCommandDialog({ run, command, onClose }: RunCommandDialogProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const formId = useId();
  const [reason, setReason] = useState('');
  const [version, setVersion] = useState<number | null>(null);
  const tell = useRunCommand(run);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // `mutateAsync`: the run may leave the list, and callbacks of `mutate` would go with it.
    void tell.mutateAsync({ command, reason, version }).then(
      () => {
        toast.success(t(`given.${command}`));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`command.${command}`)}
      description={t(`ask.${command}`)}
      closeLabel={appText('actions.close')}
      footer={
        <>
          <Button onClick={onClose}>{appText('actions.back')}</Button>
          <Button
            type="submit"
            form={formId}
            variant={command === 'cancel' ? 'danger' : 'primary'}
            isBusy={tell.isPending}
          >
            {t(`command.${command}`)}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        {command === 'retry' && <RetryVersion run={run} chosen={version} onChange={setVersion} />}
        <Field label={t('reason')} hint={t('reasonHint')}>
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Refusal error={tell.error} />
      </form>
    </Dialog>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { errorText } = useRefusalText();
  if (!error) return null;
  return (
    <Notice tone="danger" role="alert">
      {errorText(error)}
    </Notice>
  );
}
