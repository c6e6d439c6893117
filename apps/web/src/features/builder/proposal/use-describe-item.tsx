import { Sparkles } from 'lucide-react';
import type { SearchItem } from '../search/search-list';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';

export const describeItemId = 'describe';

/** "Describe in words" as an item of a search list, after the kinds of steps. */
export function useDescribeItem(): SearchItem {
  const t = useTexts();
  return {
    id: describeItemId,
    label: t('palette.describe'),
    hint: t('palette.describeHint'),
    group: t('palette.describeGroup'),
    icon: (
      <span className="grid size-7 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-text">
        <Sparkles aria-hidden="true" className="size-4" />
      </span>
    ),
  };
}
