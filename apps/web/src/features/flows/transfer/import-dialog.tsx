import { Button, Dialog, toast } from '@instaflow/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import { FileStep } from './file-step';
import { emptyMapping, withEntry } from './flow-mapping';
import { ManifestStep } from './manifest-step';
import { useImport, type ImportedBundle } from './use-import';

export type ImportDialogProps = { onClose: () => void };

/** Makes flows of a file: first the file, then what it needs. */
export function ImportDialog({ onClose }: ImportDialogProps) {
  const { t } = useTranslation(['flows', 'app']);
  const navigate = useNavigate();
  const accountId = useAccountId();
  const { check, make } = useImport();
  const [bundle, setBundle] = useState<ImportedBundle | null>(null);
  const [mapping, setMapping] = useState(emptyMapping);
  const read = async (chosen: ImportedBundle): Promise<void> => {
    const answer = await check.mutateAsync(chosen).catch(() => null);
    if (answer) setBundle(chosen);
  };
  const finish = async (): Promise<void> => {
    if (!bundle) return;
    const answer = await make.mutateAsync({ bundle, mapping }).catch(() => null);
    if (!answer) return;
    onClose();
    toast.success(t('import.done', { count: answer.flows.length }));
    const [only, ...others] = answer.flows;
    if (only && others.length === 0) await navigate(`/accounts/${accountId}/flows/${only.flowId}`);
  };
  const isReady = bundle !== null && check.data !== undefined;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('import.title')}
      description={isReady ? undefined : t('import.description')}
      closeLabel={t('app:actions.close')}
      size="lg"
      footer={
        isReady ? (
          <>
            <Button onClick={() => setBundle(null)}>{t('app:actions.back')}</Button>
            <Button variant="primary" isBusy={make.isPending} onClick={() => void finish()}>
              {t('import.submit', { count: bundle.flows.length })}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('app:actions.cancel')}</Button>
        )
      }
    >
      {isReady ? (
        <ManifestStep
          bundle={bundle}
          requirements={check.data.requirements}
          mapping={mapping}
          error={make.error}
          onMap={(entry) => setMapping((before) => withEntry(before, entry))}
        />
      ) : (
        <FileStep error={check.error} isBusy={check.isPending} onRead={(chosen) => void read(chosen)} />
      )}
    </Dialog>
  );
}
