import type { Trigger } from '@instaflow/contracts';
import { Button, Select } from '@instaflow/ui';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import { SearchSelect } from '../../builder/search/search-select';
import { triggerStates, type useTriggerFilter } from '../hooks/use-trigger-filter';
import { triggerKinds } from '../list-kinds';

export type TriggerFiltersProps = {
  view: ReturnType<typeof useTriggerFilter>;
  /** All of the account. */
  triggers: readonly Trigger[];
  /** How many share their words with others. */
  conflictCount: number;
};

const all = 'all';

/** Search and filters of the list of triggers. */
export function TriggerFilters({ view: { url, filter }, triggers, conflictCount }: TriggerFiltersProps) {
  const { t } = useTranslation('triggers');
  const { type, hasConflict, flowId, state } = filter;
  const flows = listFlows(triggers, { chosen: flowId, otherName: t('otherFlow') });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <UrlSearchInput label={t('search')} className="w-full sm:w-64" />
      <Select
        aria-label={t('typeFilter')}
        className="w-auto min-w-40 max-sm:flex-1"
        value={type ?? all}
        options={[
          { value: all, label: t('allKinds') },
          ...triggerKinds.map((value) => ({ value, label: t(`type.${value}`) })),
        ]}
        onChange={(value) => url.set('type', value === all ? '' : value)}
      />
      <SearchSelect
        aria-label={t('flowFilter')}
        searchLabel={t('searchFlow')}
        emptyText={t('noSuchFlow')}
        className="w-auto min-w-40 max-sm:flex-1 sm:max-w-60"
        value={flowId ?? all}
        options={[{ value: all, label: t('allFlows') }, ...flows]}
        onChange={(value) => url.set('flow', value === all ? '' : value)}
      />
      <Select
        aria-label={t('stateFilter')}
        className="w-auto min-w-32 max-sm:flex-1"
        value={state ?? all}
        options={[
          { value: all, label: t('allStates') },
          ...triggerStates.map((value) => ({ value, label: t(`state.${value}`) })),
        ]}
        onChange={(value) => url.set('state', value === all ? '' : value)}
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

/** The flows that triggers start, by name; and the one the address names, although nothing starts it. */
function listFlows(
  triggers: readonly Trigger[],
  { chosen, otherName }: { chosen: string | undefined; otherName: string },
) {
  const names = new Map(triggers.map(({ flowId, flowName }) => [flowId, flowName]));
  const isKnown = chosen === undefined || names.has(chosen);
  return [...names, ...(isKnown ? [] : [[chosen, otherName] as const])]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
