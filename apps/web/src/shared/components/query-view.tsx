import type { ReactNode } from 'react';
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

/** What was read, or its skeleton, or why it could not be read. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <LoadError error={query.error} onRetry={() => void query.refetch()} isRetrying={query.isFetching} />
    );
  }
  return skeleton;
}
