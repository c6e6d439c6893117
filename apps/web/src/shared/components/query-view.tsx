import { useDeferredValue, type ReactNode } from 'react';
import { LoadError } from './load-error';

type LoadedQuery<Data> = {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
};

export type QueryViewProps<Data> = {
  query: LoadedQuery<Data>;
  /** Shown while nothing is there yet; of the size of what comes. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
};

/**
 * What was read, or its skeleton, or why it could not be read. What arrives is first drawn in slices, between which the
 * page answers to keys and pointers; what is there already, and whatever changes later, is drawn at once. So effects that
 * want what is drawn belong to `children`.
 */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  const isThere = query.data !== undefined;
  const isDue = useDeferredValue(isThere);
  if (query.data !== undefined && isDue) return children(query.data);
  if (query.error && !isThere) {
    return (
      <LoadError error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
    );
  }
  return skeleton;
}
