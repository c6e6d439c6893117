import { Search } from 'lucide-react';
import { cx } from './cx';
import { Input, type InputProps } from './input';

export type SearchInputProps = Omit<InputProps, 'type' | 'aria-label'> & { label: string };

/** A search field named by `label`, which is also its placeholder. */
export function SearchInput({ label, className, ...props }: SearchInputProps) {
  return (
    <div className={cx('relative', className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input type="search" aria-label={label} placeholder={label} className="pl-8.5" {...props} />
    </div>
  );
}
