import { Button } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';

export type PagerProps = { page: number; limit: number; total: number; onPage: (page: number) => void };

/** Which part of a list is shown, and the ways to the next one; nothing when all of it is. */
export function Pager({ page, limit, total, onPage }: PagerProps) {
  const { t } = useTranslation('app');
  if (total <= limit && page === 1) return null;
  const from = Math.min(total, (page - 1) * limit + 1);
  const to = Math.min(total, page * limit);
  return (
    <div className="mt-4 flex items-center justify-between gap-3">
      <p className="text-sm text-ink-muted">{t('paging.range', { from, to, total })}</p>
      <div className="flex gap-2">
        <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('actions.previous')}
        </Button>
        <Button size="sm" disabled={to >= total} onClick={() => onPage(page + 1)}>
          {t('actions.next')}
        </Button>
      </div>
    </div>
  );
}
