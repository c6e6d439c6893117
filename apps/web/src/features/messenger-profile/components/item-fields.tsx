import { cx, IconButton } from '@instaflow/ui';
import { GripVertical, Trash2 } from 'lucide-react';
import type { ItemProblems } from '../check-profile';
import type { Sortable } from '../hooks/use-sortable';
import { partLimits, type ItemDraft, type Part } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';
import { ItemText } from './item-text';
import { StartFields } from './start-fields';

export type ItemFieldsProps = {
  part: Part;
  item: ItemDraft;
  position: number;
  problems: ItemProblems;
  isDragged: boolean;
  handleProps: ReturnType<Sortable['handleProps']>;
  onChange: (change: Partial<ItemDraft>) => void;
  onRemove: () => void;
};

/** One entry: its text with the room that is left, what it starts, its place. */
export function ItemFields(props: ItemFieldsProps) {
  const { part, item, position, problems, isDragged, handleProps, onChange, onRemove } = props;
  const t = useProfileTexts();
  const name = item.text.trim();
  const error = name.length > partLimits[part].text ? 'textTooLong' : problems.text;
  return (
    <li
      className={cx(
        'flex items-start gap-1 rounded-lg border bg-surface py-3 pr-3 pl-1.5',
        isDragged ? 'border-accent shadow-float' : 'border-line',
      )}
    >
      <IconButton
        size="sm"
        hasTooltip={false}
        label={name ? t('order', { name }) : t('orderUnnamed', { position })}
        className={cx('mt-6.5 touch-none', isDragged ? 'cursor-grabbing' : 'cursor-grab')}
        {...handleProps}
      >
        <GripVertical aria-hidden="true" />
      </IconButton>
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div className="flex items-end gap-2">
          <ItemText part={part} item={item} position={position} error={error} onChange={onChange} />
          <IconButton
            label={name ? t('remove', { name }) : t('removeUnnamed', { position })}
            className={cx(error && 'mb-6.5')}
            onClick={onRemove}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
        </div>
        <StartFields part={part} item={item} problem={problems.start} onChange={onChange} />
      </div>
    </li>
  );
}
