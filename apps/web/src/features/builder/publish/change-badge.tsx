import { Badge } from '@instaflow/ui';
import { Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';
import { usePublishTexts } from './publish-texts';
import type { ShownChange } from './shown-diff';

type Change = ShownChange['change'];

export const changeIcons: Record<Change, LucideIcon> = { added: Plus, changed: Pencil, removed: Minus };
const tones = { added: 'success', changed: 'warning', removed: 'danger' } as const;

/** Added, changed or removed: a sign and a word, the colour only on top. */
export function ChangeBadge({ change }: { change: Change }) {
  const t = usePublishTexts();
  const Icon = changeIcons[change];
  return (
    <Badge tone={tones[change]}>
      <Icon aria-hidden="true" className="size-3" strokeWidth={2.5} />
      {t(`changes.${change}`)}
    </Badge>
  );
}
