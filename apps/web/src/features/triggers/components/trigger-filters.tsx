import { Button, Select } from '@instaflow/ui';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import type { useTriggerFilter } from '../hooks/use-trigger-filter';
import { triggerKinds } from '../list-kinds';

export type TriggerFiltersProps = {
  view: ReturnType<typeof useTriggerFilter>;
  /** How many share their words with others. */
  conflictCount: number;
};

const all = 'all';

/** Search and filters of the list of triggers. */
export function TriggerFilters({ view: { url, filter }, conflictCount }: TriggerFiltersProps) {
  const { t } = useTranslation('triggers');
  const { type, hasConflict } = filter;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <UrlSearchInput label={t('search')} className="w-full sm:w-64" />
      <Select
        aria-label={t('typeFilter')}
        className="w-auto min-w-40"
        value={type ?? all}
        options={[
          { value: all, label: t('allKinds') },
          ...triggerKinds.map((value) => ({ value, label: t(`type.${value}`) })),
        ]}
        onChange={(value) => url.set('type', value === all ? '' : value)}
      />
      {(conflictCount > 0 || hasConflict) && (
        <Button
          size="sm"
          variant={hasConflict ? 'soft' : 'ghost'}
          aria-pressed={hasConflict}
          onClick={() => url.set('conflicts', hasConflict ? '' : 'true')}
        >
          <TriangleAlert aria-hidden="true" />
          {t('conflict.filter', { count: conflictCount })}
        </Button>
      )}
    </div>
  );
}
