import { Button, EmptyState } from '@instaflow/ui';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTestPhoneUrl } from '../../../shared/account/use-test-phone-url';

export type ListEmptyProps = { isFiltered: boolean; onClear: () => void };

/** Nothing to show: because of the filter, or because nobody wrote yet. */
export function ListEmpty({ isFiltered, onClear }: ListEmptyProps) {
  const { t } = useTranslation(['inbox', 'app']);
  const phoneUrl = useTestPhoneUrl();
  if (isFiltered) {
    return (
      <EmptyState
        title={t('noMatchTitle')}
        description={t('noMatchText')}
        action={<Button onClick={onClear}>{t('app:actions.clearFilters')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Inbox />}
      title={t('emptyTitle')}
      description={t('emptyText')}
      action={
        phoneUrl && (
          <Button asChild variant="primary">
            <a href={phoneUrl} target="_blank" rel="noopener noreferrer">
              {t('emptyAction')}
            </a>
          </Button>
        )
      }
    />
  );
}
