import { useEffect } from 'react';
import type { UrlFilter } from '../../shared/url/use-url-filter';
import { flowsPerPage, type FlowPage } from './api/list-flow-page';

/** Goes to the last page there is when the one of the address is empty: its flows were deleted or moved. */
export function useExistingPage(url: UrlFilter, shown: FlowPage | undefined): void {
  const { page, setPage } = url;
  const isPastEnd = shown !== undefined && shown.flows.length === 0 && page > 1;
  const last = Math.max(1, Math.min(page - 1, Math.ceil((shown?.total ?? 0) / flowsPerPage)));
  useEffect(() => {
    if (isPastEnd) setPage(last);
  }, [isPastEnd, last, setPage]);
}
