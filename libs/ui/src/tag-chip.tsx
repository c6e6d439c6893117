import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export type TagChipProps = {
  children: ReactNode;
  /** Offers a cross; `removeLabel` names it. */
  onRemove?: () => void;
  removeLabel?: string;
};

/** A short label that can be taken away. */
export function TagChip({ children, onRemove, removeLabel }: TagChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-md border border-line bg-sunken px-2 text-xs font-medium">
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="-mr-2 grid size-6 shrink-0 place-items-center rounded-md text-ink-faint hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  );
}
