import type { SearchItem } from '../search/search-list';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';
import { KindIcon } from './kind-icon';
import { listKinds } from './list-kinds';

/** The kinds of steps as items of a search list. */
export function useKindItems(): SearchItem[] {
  const t = useTexts();
  return listKinds().map(({ kind, group, isExecutable }) => ({
    id: kind,
    label: t(`kinds.${kind}.label`),
    hint: t(`kinds.${kind}.hint`),
    group: t(`groups.${group}`),
    icon: <KindIcon type={kind} />,
    ...(isExecutable ? {} : { disabledReason: t('palette.soon') }),
  }));
}
