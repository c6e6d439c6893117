import { useEffect, useRef } from 'react';
import { useUrlFilter } from '../../../shared/url/use-url-filter';
import { triggerRowId } from '../trigger-row-id';

/** Goes to the row of a trigger of the page; where a filter hides it, all of them are cleared first. */
export function useJumpToTrigger(): (triggerId: string) => void {
  const { clear } = useUrlFilter();
  const hiddenId = useRef<string | null>(null);
  useEffect(() => {
    // The row is there with the render in which the filters are gone.
    if (hiddenId.current !== null && focusRow(hiddenId.current)) hiddenId.current = null;
  });
  return (triggerId) => {
    if (focusRow(triggerId)) return;
    hiddenId.current = triggerId;
    clear();
  };
}

function focusRow(triggerId: string): boolean {
  const row = document.getElementById(triggerRowId(triggerId));
  row?.scrollIntoView({ block: 'center' });
  row?.focus();
  return row !== null;
}
