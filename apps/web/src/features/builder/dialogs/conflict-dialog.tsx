import { parseFlowDefinition } from '@instaflow/flow-model';
import { Button, Dialog, Notice } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { keepFlow } from '../api/keep-flow';
import { useFlowChanges } from '../api/use-flow-changes';
import { countUnsaved } from '../autosave/autosave-machine';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { layOutMissing } from '../tidy/lay-out-missing';

/** Two people saved the same draft: nothing is overwritten until this one has chosen. */
export function ConflictDialog({
  name,
  isOpen,
  onClose,
}: {
  name: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const t = useTexts();
  const errorText = useErrorText();
  const count = useBuilder((state) => countUnsaved(state.autosave));
  const { reload, copy, keepMine } = useConflictChoices({ name, onDone: onClose });
  const error = reload.error ?? copy.error;
  return (
    <Dialog
      isOpen={isOpen}
      title={t('conflict.title')}
      description={t('conflict.description')}
      closeLabel={t('conflict.later')}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <div className="flex flex-col gap-3 pb-2">
        <Choice
          label={t('conflict.copy')}
          hint={t('conflict.copyHint')}
          isBusy={copy.isPending}
          onChoose={keepMine}
        />
        <Choice
          label={t('conflict.reload')}
          hint={t('conflict.reloadHint', { count })}
          isBusy={reload.isPending}
          onChoose={() => {
            reload.mutate();
          }}
        />
        {error && (
          <Notice tone="danger" role="alert">
            {t('conflict.failed', { reason: errorText(error) })}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function useConflictChoices({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { flowId, accountId, store, autosave } = useBuilderSession();
  const { copy } = useFlowChanges();
  const reload = useMutation({
    mutationFn: async () => {
      const flow = await callApi('getFlow', { params: { id: flowId } });
      const parsed = parseFlowDefinition(flow.flowDefinition);
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      store.getState().replaceDefinition(parsed.definition, await layOutMissing(parsed.definition));
      autosave.reset(flow.revision);
      keepFlow(flow);
    },
    onSuccess: onDone,
  });
  const keepMine = () => {
    copy.mutate(t('conflict.copyName', { name }), {
      onSuccess: (flow) => {
        // The edits are in the copy now: nothing of them is unsaved here.
        autosave.reset(autosave.state().revision);
        onDone();
        void navigate(`/accounts/${accountId}/flows/${flow.flowId}`);
      },
    });
  };
  return { reload, copy, keepMine };
}

function Choice({
  label,
  hint,
  isBusy,
  onChoose,
}: {
  label: string;
  hint: string;
  isBusy: boolean;
  onChoose: () => void;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg border border-line p-3">
      <p className="text-sm text-ink-muted">{hint}</p>
      <Button isBusy={isBusy} onClick={onChoose}>
        {label}
      </Button>
    </div>
  );
}
