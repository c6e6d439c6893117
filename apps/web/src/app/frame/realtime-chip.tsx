import { Badge } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useRealtimeState } from '../../shared/realtime/realtime-store';

/** Says so while changes of others do not arrive by themselves. */
export function RealtimeChip() {
  const { t } = useTranslation('app');
  const state = useRealtimeState((realtime) => realtime.state);
  if (state !== 'offline') return null;
  return (
    <span role="status" title={t('realtime.offlineHint')}>
      <Badge tone="warning" hasDot>
        {t('realtime.offline')}
      </Badge>
    </span>
  );
}
