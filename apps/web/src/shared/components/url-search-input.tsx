import { SearchInput } from '@instaflow/ui';
import { useEffect, useState } from 'react';
import { useUrlFilter } from '../url/use-url-filter';

export type UrlSearchInputProps = { label: string; className?: string; id?: string };

const typingPauseMs = 250;

/** A search whose text stands in the address as `search`, a moment after typing stopped. */
export function UrlSearchInput({ label, className, id }: UrlSearchInputProps) {
  const { get, set } = useUrlFilter();
  const current = get('search');
  const [text, setText] = useState(current);
  const [shown, setShown] = useState(current);
  if (shown !== current) {
    // The address changed by itself: "clear filters", or going back.
    setShown(current);
    if (text.trim() !== current) setText(current);
  }
  useEffect(() => {
    if (text.trim() === current) return undefined;
    const timer = setTimeout(() => set('search', text.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, current, set]);
  return (
    <SearchInput
      id={id}
      label={label}
      className={className}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
