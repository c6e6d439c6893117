import { Popover, Select, SelectButton } from '@instaflow/ui';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { SearchList } from './search-list';

export type SearchOption = { value: string; label: string };

export type SearchSelectProps = {
  value: string;
  options: readonly SearchOption[];
  onChange: (value: string) => void;
  /** What is searched in a long list. */
  searchLabel: string;
  emptyText: string;
  /** Needed outside a `Field`. */
  'aria-label'?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
};

/** More than this nobody looks through. */
const longList = 40;

/** One of some options as in a `Select`; of many it is found by typing, and only so many are drawn as anybody reads. */
export function SearchSelect(props: SearchSelectProps) {
  const { searchLabel: _search, emptyText: _empty, ...select } = props;
  return props.options.length > longList ? <LongSelect {...props} /> : <Select {...select} />;
}

function LongSelect({
  value,
  options,
  onChange,
  searchLabel,
  emptyText,
  placeholder,
  disabled,
  className,
  'aria-label': label,
}: SearchSelectProps) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const items = () =>
    [...(chosen ? [chosen] : []), ...options.filter((option) => option !== chosen)].map((option) => ({
      id: option.value,
      label: option.label,
      end: option === chosen && <Check aria-hidden="true" className="size-4 text-accent-text" />,
    }));
  return (
    <Popover
      isModal
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      label={label ?? searchLabel}
      className="w-(--radix-popover-trigger-width) min-w-72"
      trigger={
        <SelectButton isOpen={isOpen} aria-label={label} disabled={disabled} className={className}>
          {chosen?.label ?? placeholder}
        </SelectButton>
      }
    >
      <SearchList
        label={searchLabel}
        emptyText={emptyText}
        items={isOpen ? items() : []}
        className="h-[min(20rem,var(--radix-popover-content-available-height))]"
        onChoose={(next) => {
          setIsOpen(false);
          onChange(next);
        }}
      />
    </Popover>
  );
}
