import type { Contact } from '@instaflow/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCurrentStep } from './use-current-step';

export type CurrentFlowProps = { contact: Contact };

/** The flow a contact is in and where it waits. */
export function CurrentFlow({ contact }: CurrentFlowProps) {
  const { t } = useTranslation('contacts');
  const current = useCurrentStep(contact);
  if (!current) return <p className="text-ink-muted">{t('profile.noFlow')}</p>;
  return (
    <p>
      {t('profile.currentFlow')}{' '}
      <Link
        to={`/accounts/${contact.instagramAccountId}/flows/${current.flowId}`}
        className="font-medium text-accent-text underline underline-offset-4"
      >
        {current.flowName}
      </Link>
      {current.stepName && (
        <span className="text-ink-muted"> · {t('profile.waitsAt', { step: current.stepName })}</span>
      )}
    </p>
  );
}
