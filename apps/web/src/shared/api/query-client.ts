import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

const mayRetry = (failureCount: number, error: Error): boolean =>
  failureCount < 2 && error instanceof ApiError && error.isTemporary && error.status !== 429;

/** The cache of everything read from the server. Realtime events patch it, so it rarely has to be read again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: mayRetry },
    mutations: { retry: false },
  },
});
