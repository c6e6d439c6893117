import { Dialog, Field, Input } from '@instaflow/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { useBulk } from '../api/use-bulk';
import { useRunTexts } from '../use-run-texts';
import { BulkButtons } from './bulk-buttons';
import { BulkState } from './bulk-state';
import type { WaitingStep } from './waiting-steps';

export type BulkCommandName = 'release' | 'skip' | 'cancel';

export type BulkDialogProps = {
  flowId: string;
  command: BulkCommandName;
  /** As it was when the dialog was opened: its count is what progress is shown against. */
  step: WaitingStep;
  onClose: () => void;
};

/** Asks, then tells everyone at a step, batch by batch, showing how far it is; it can be stopped and gone on with. */
export function BulkDialog({ flowId, command, step, onClose }: BulkDialogProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const bulk = useBulk((cursor) =>
    callApi('commandWaiting', {
      params: { id: flowId, command },
      body: { nodeId: step.nodeId, cursor, reason: reason.trim() || null },
    }),
  );
  const close = () => {
    bulk.stop();
    void queryClient.invalidateQueries({ queryKey: queryKeys.waiting(flowId) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t(`bulk.title.${command}`, { step: step.name })}
      description={`${t(`ask.${command}`)} ${t('bulk.people', { count: step.count })}`}
      closeLabel={appText('actions.close')}
      footer={
        <BulkButtons
          bulk={bulk}
          startLabel={t(`waiting.all.${command}`)}
          isDangerous={command === 'cancel'}
          onClose={close}
        />
      }
    >
      <div className="flex flex-col gap-3">
        {bulk.state === 'ready' && (
          <Field label={t('reason')} hint={t('reasonHint')}>
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <BulkState bulk={bulk} total={step.count} doneText={t('bulk.done', { count: bulk.progress.given })} />
      </div>
    </Dialog>
  );
}
