import { cx, SearchInput } from '@instaflow/ui';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findMatches } from './find-matches';

export type SearchItem = {
  id: string;
  label: string;
  hint?: string;
  group?: string;
  icon?: ReactNode;
  /** What stands at the end of its row. */
  end?: ReactNode;
  /** Why it cannot be chosen; it stays in the list with this reason. */
  disabledReason?: string;
  /** Shown at the end of a list that is cut short, too. */
  isKept?: boolean;
};

export type SearchListProps = {
  label: string;
  items: readonly SearchItem[];
  emptyText: string;
  onChoose: (id: string) => void;
  className?: string;
};

/** Nobody scrolls through more; typing on leads to the rest. */
const maxShown = 200;

/** A search field over a list: type to narrow, arrows to walk, Enter to choose. The focus stays in the field. */
export function SearchList({ label, items, emptyText, onChoose, className }: SearchListProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const found = findMatches(items, query);
  const matches = cutShort(found);
  const choosable = matches.filter(({ disabledReason }) => disabledReason === undefined);
  const active = choosable.find(({ id }) => id === activeId) ?? choosable[0];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!active || (step === 0 && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === 0) return onChoose(active.id);
    const place = (choosable.indexOf(active) + step + choosable.length) % choosable.length;
    const next = choosable[place];
    setActiveId(next?.id ?? null);
    scrollTo(`${listId}-${next?.id ?? ''}`);
  };

  return (
    <div className={cx('flex min-h-0 flex-col gap-2', className)}>
      <SearchInput
        label={label}
        value={query}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setQuery(target.value);
          setActiveId(null);
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1"
      >
        {matches.length === 0 && <p className="px-2 py-4 text-center text-ink-muted">{emptyText}</p>}
        {matches.map((item, index) => (
          <SearchOption
            key={item.id}
            item={item}
            onChoose={onChoose}
            id={`${listId}-${item.id}`}
            isActive={item === active}
            heading={item.group !== matches[index - 1]?.group ? item.group : undefined}
            onPoint={setActiveId}
          />
        ))}
        {found.length > matches.length && <MoreToFind count={found.length - matches.length} />}
      </div>
    </div>
  );
}

function cutShort(found: readonly SearchItem[]): SearchItem[] {
  const cut = found.slice(0, maxShown);
  return [...cut, ...found.slice(maxShown).filter(({ isKept }) => isKept)];
}

function MoreToFind({ count }: { count: number }) {
  const { t } = useTranslation('app');
  return (
    <p role="presentation" className="px-2 py-3 text-center text-sm text-ink-muted">
      {t('search.more', { count })}
    </p>
  );
}

function scrollTo(elementId: string): void {
  document.getElementById(elementId)?.scrollIntoView({ block: 'nearest' });
}

function SearchOption({
  id,
  item,
  isActive,
  heading,
  onChoose,
  onPoint,
}: {
  id: string;
  item: SearchItem;
  isActive: boolean;
  heading: string | undefined;
  onChoose: (id: string) => void;
  onPoint: (id: string) => void;
}) {
  const isDisabled = item.disabledReason !== undefined;
  return (
    <>
      {heading !== undefined && (
        <p role="presentation" className="px-2 pt-2.5 pb-1 text-xs font-medium text-ink-faint first:pt-0">
          {heading}
        </p>
      )}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the search field has the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        aria-disabled={isDisabled || undefined}
        onClick={() => {
          if (!isDisabled) onChoose(item.id);
        }}
        onPointerMove={() => {
          if (!isDisabled && !isActive) onPoint(item.id);
        }}
        className={cx(
          'flex min-h-10 items-center gap-2.5 rounded-md px-2 py-1.5',
          isActive && 'bg-hover',
          isDisabled ? 'opacity-60' : 'cursor-pointer',
        )}
      >
        {item.icon}
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-medium">{item.label}</span>
          {(item.disabledReason ?? item.hint) && (
            <span className="truncate text-xs text-ink-muted">{item.disabledReason ?? item.hint}</span>
          )}
        </span>
        {item.end}
      </div>
    </>
  );
}
