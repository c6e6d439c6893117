import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session/session-store';
import { SearchSelect } from '../../builder/search/search-select';
import { useFlowOwners } from '../api/use-flow-owners';
import { listOwnerOptions } from '../owner-options';
import type { useFlowFilter } from '../use-flow-filter';

const anybody = 'anybody';

/** Whose flows are listed: anybody's, one's own, or those of another member. */
export function OwnerSelect({ view: { url, owner } }: { view: ReturnType<typeof useFlowFilter> }) {
  const { t } = useTranslation('flows');
  const userId = useSession((session) => session.userId);
  const { data = [] } = useFlowOwners();
  const texts = {
    me: t('filter.mine'),
    by: (name: string) => t('filter.madeBy', { name }),
    other: t('filter.otherOwner'),
  };
  return (
    <SearchSelect
      aria-label={t('filter.owner')}
      searchLabel={t('filter.searchOwner')}
      emptyText={t('filter.noSuchOwner')}
      className="w-auto min-w-36 max-sm:flex-1 sm:max-w-52"
      value={owner || anybody}
      options={[
        { value: anybody, label: t('filter.anybody') },
        ...listOwnerOptions(data, { userId, chosen: owner, texts }),
      ]}
      onChange={(value) => url.set('owner', value === anybody ? '' : value)}
    />
  );
}
