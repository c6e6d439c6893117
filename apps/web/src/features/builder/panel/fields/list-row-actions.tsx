import { IconButton } from '@instaflow/ui';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';

/** Up, down and away for one entry of a list; the keyboard's way to what a mouse would drag. */
export function ListRowActions({
  name,
  index,
  count,
  onMove,
  onRemove,
}: {
  name: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  return (
    <span className="flex shrink-0">
      <IconButton
        size="sm"
        hasTooltip={false}
        label={t('fields.moveUp', { name })}
        disabled={index === 0}
        onClick={() => {
          onMove(index - 1);
        }}
      >
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        hasTooltip={false}
        label={t('fields.moveDown', { name })}
        disabled={index === count - 1}
        onClick={() => {
          onMove(index + 1);
        }}
      >
        <ArrowDown aria-hidden="true" />
      </IconButton>
      <IconButton size="sm" hasTooltip={false} label={t('fields.remove', { name })} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
    </span>
  );
}
