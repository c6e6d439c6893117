import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import '../shared/i18n/i18n';
import { queryClient } from '../shared/api/query-client';
import { LiveRegion } from '../shared/components/live-region';
import { router } from './router';

/** The whole web app. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <LiveRegion />
    </QueryClientProvider>
  );
}
