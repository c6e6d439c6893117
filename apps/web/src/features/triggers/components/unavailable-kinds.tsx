import { useTranslation } from 'react-i18next';
import { useTriggerTypes } from '../api/use-trigger-types';
import { listUnavailable } from '../list-kinds';

/** Kinds people look for in vain, each with the reason. */
export function UnavailableKinds() {
  const { t } = useTranslation('triggers');
  const kinds = listUnavailable(useTriggerTypes().data?.triggerTypes);
  return kinds.map(({ type, reason }) => (
    <p key={type} className="text-sm text-ink-faint">
      <span className="font-medium">{t('unavailable', { name: t(`type.${type}`) })}</span> {reason}
    </p>
  ));
}
