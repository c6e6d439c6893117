import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format';
import { useNow } from '../../../shared/format/use-now';
import { tokenStateOf } from '../account-health';

export type TokenLineProps = { expiresAt: string | null };

/** Until when the access token holds. */
export function TokenLine({ expiresAt }: TokenLineProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const state = tokenStateOf(expiresAt, useNow());
  if (expiresAt === null) return t('list.tokenForever');
  const date = format.date(expiresAt);
  if (state === 'ended') return <span className="text-danger-text">{t('list.tokenEnded', { date })}</span>;
  if (state === 'endsSoon')
    return <span className="text-warning-text">{t('list.tokenEndsSoon', { date })}</span>;
  return t('list.tokenUntil', { date });
}
