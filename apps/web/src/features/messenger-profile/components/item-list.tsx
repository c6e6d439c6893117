import { Button, EmptyState } from '@instaflow/ui';
import { MessageCircleQuestion, Plus, Menu as MenuIcon } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ItemProblems } from '../check-profile';
import { useSortable } from '../hooks/use-sortable';
import { createItem, moveItem, partLimits, type ItemDraft, type Part } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';
import { ItemFields } from './item-fields';

export type ItemListProps = {
  part: Part;
  items: ItemDraft[];
  problems: readonly ItemProblems[];
  onChange: (items: ItemDraft[]) => void;
};

/** The entries in their order, with a way to add one while there is room. */
export function ItemList({ part, items, problems, onChange }: ItemListProps) {
  const t = useProfileTexts();
  const { items: max } = partLimits[part];
  const [moved, setMoved] = useState('');
  const move = useCallback(
    (from: number, to: number) => {
      onChange(moveItem(items, from, to));
      setMoved(t('moved', { position: to + 1, count: items.length }));
    },
    [items, onChange, t],
  );
  const sortable = useSortable({ count: items.length, onMove: move });
  const addButton = (
    <Button disabled={items.length >= max} onClick={() => onChange([...items, createItem()])}>
      <Plus aria-hidden="true" />
      {t(`${part}.add`)}
    </Button>
  );
  if (items.length === 0) {
    return (
      <EmptyState
        className="rounded-lg border border-line py-10"
        icon={part === 'menu' ? <MenuIcon /> : <MessageCircleQuestion />}
        title={t(`${part}.empty`)}
        description={t(`${part}.emptyText`)}
        action={addButton}
      />
    );
  }
  return (
    <>
      <ol ref={sortable.listRef} className="flex flex-col gap-3">
        {items.map((item, index) => (
          <ItemFields
            key={item.key}
            part={part}
            item={item}
            position={index + 1}
            problems={problems[index] ?? {}}
            isDragged={sortable.dragged === index}
            handleProps={sortable.handleProps(index)}
            onChange={(change) =>
              onChange(items.map((known) => (known.key === item.key ? { ...known, ...change } : known)))
            }
            onRemove={() => onChange(items.filter(({ key }) => key !== item.key))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {addButton}
        <span className="text-sm text-ink-muted">
          {items.length >= max ? t(`${part}.full`, { max }) : t('count', { count: items.length, max })}
        </span>
      </div>
    </>
  );
}
