import { Dialog } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '../../../shared/account/use-system-info';
import { ConnectByToken } from './connect-by-token';
import { ConnectChoices } from './connect-choices';

export type ConnectStep = 'choose' | 'token';
export type ConnectDialogProps = {
  step: ConnectStep;
  onStep: (step: ConnectStep) => void;
  onClose: () => void;
};

/** Connects the simulator by one click or a real account by its token. */
export function ConnectDialog({ step, onStep, onClose }: ConnectDialogProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const simulatorUrl = useSystemInfo().data?.simulatorUrl ?? null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('connect.title')}
      closeLabel={t('app:actions.close')}
      size="lg"
    >
      {step === 'choose' ? (
        <ConnectChoices hasSimulator={simulatorUrl !== null} onToken={() => onStep('token')} />
      ) : (
        <ConnectByToken onBack={() => onStep('choose')} />
      )}
    </Dialog>
  );
}
