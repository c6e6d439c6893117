import { cx } from '@instaflow/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Dragged } from './dragged';
import { useDrop } from './use-drop';

export type PlaceLinkProps = {
  /** As the address names it; an empty string for all flows. */
  place: string;
  label: string;
  icon: ReactNode;
  isCurrent: boolean;
  count?: number | undefined;
  /** Besides going there. */
  onChoose?: (() => void) | undefined;
  /** Takes what is dropped on it. */
  onDrop?: ((dragged: Dragged) => void) | null;
  className?: string;
};

/** The way to a part of the flows, which flows can be dropped on. */
export function PlaceLink({
  place,
  label,
  icon,
  isCurrent,
  count = 0,
  onChoose,
  onDrop = null,
  className,
}: PlaceLinkProps) {
  const drop = useDrop(onDrop);
  return (
    <Link
      to={{ search: place === '' ? '' : `?folder=${place}` }}
      aria-current={isCurrent ? 'page' : undefined}
      title={label}
      onClick={onChoose}
      {...drop.handlers}
      className={cx(
        'flex h-8 min-w-0 items-center gap-2 rounded-md px-2 text-ink-muted transition-colors hover:bg-hover hover:text-ink touch:h-10 [&_svg]:size-4 [&_svg]:shrink-0',
        isCurrent &&
          'bg-accent-soft font-medium text-accent-text hover:bg-accent-soft hover:text-accent-text',
        drop.isOver && 'bg-hover text-ink outline-2 -outline-offset-2 outline-ring',
        className,
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {count > 0 && <span className="text-xs tabular-nums">{count}</span>}
    </Link>
  );
}
