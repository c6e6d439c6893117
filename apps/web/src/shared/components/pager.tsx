import { Button } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { maxExactTotal } from '../api/max-exact-total';
import { useFormat } from '../format/use-format';

export type PagerProps = {
  page: number;
  limit: number;
  total: number;
  /** Whether there is a next page; by default the total says so. */
  hasNext?: boolean;
  onPage: (page: number) => void;
};

/** Which part of a list is shown, and the ways to the next one; nothing when all of it is. */
export function Pager({ page, limit, total, onPage, hasNext = page * limit < total }: PagerProps) {
  const { t } = useTranslation('app');
  const format = useFormat();
  if (total <= limit && page === 1) return null;
  // What was not counted to its end is at least as long as what is shown.
  const known = hasNext ? Math.max(total, page * limit) : total;
  const from = Math.min(known, (page - 1) * limit + 1);
  const to = Math.min(known, page * limit);
  const isCutOff = hasNext && total === maxExactTotal;
  const shown = `${format.number(known)}${isCutOff ? '+' : ''}`;
  return (
    <div className="mt-4 flex items-center justify-between gap-3">
      <p className="text-sm text-ink-muted">{t('paging.range', { from, to, total: shown })}</p>
      <div className="flex gap-2">
        <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          {t('actions.previous')}
        </Button>
        <Button size="sm" disabled={!hasNext} onClick={() => onPage(page + 1)}>
          {t('actions.next')}
        </Button>
      </div>
    </div>
  );
}
