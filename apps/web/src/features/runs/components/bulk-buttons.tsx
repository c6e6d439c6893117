import { Button } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { Bulk } from '../api/use-bulk';
import { useRunTexts } from '../use-run-texts';

export type BulkButtonsProps = {
  bulk: Bulk;
  startLabel: string;
  /** Instead of “Cancel”. */
  leaveLabel?: string;
  isDangerous?: boolean;
  onClose: () => void;
};

/** Start, stop, go on, close: whichever fits. */
export function BulkButtons({
  bulk,
  startLabel,
  leaveLabel,
  isDangerous = false,
  onClose,
}: BulkButtonsProps) {
  const t = useRunTexts();
  const { t: appText } = useTranslation('app');
  const { state, start, stop } = bulk;
  const variant = isDangerous ? 'danger' : 'primary';
  if (state === 'running') return <Button onClick={stop}>{t('bulk.stop')}</Button>;
  return (
    <>
      <Button onClick={onClose}>
        {state === 'ready' ? (leaveLabel ?? appText('actions.cancel')) : appText('actions.close')}
      </Button>
      {state === 'ready' && (
        <Button variant={variant} onClick={start}>
          {startLabel}
        </Button>
      )}
      {(state === 'stopped' || state === 'failed') && (
        <Button variant={variant} onClick={start}>
          {t('bulk.goOn')}
        </Button>
      )}
    </>
  );
}
