import { Navigate, useLocation } from 'react-router';
import { useSession } from '../shared/session/session-store';
import { AppFrame } from './frame/app-frame';
import { ServerDownPage } from './server-down-page';
import { useRestoredSession } from './use-restored-session';

/** Frame of the pages for signed-in people; others sign in first and come back. */
export function SignedInLayout() {
  const location = useLocation();
  const reason = useSession((session) => session.reason);
  const { status, isServerDown, retry } = useRestoredSession();
  if (isServerDown) return <ServerDownPage onRetry={retry} />;
  if (status === 'unknown') return null;
  if (status === 'signedOut') {
    const query = new URLSearchParams();
    if (location.pathname !== '/') query.set('next', location.pathname + location.search);
    if (reason) query.set('reason', reason);
    return <Navigate to={`/login${query.size > 0 ? `?${query.toString()}` : ''}`} replace />;
  }
  return <AppFrame />;
}
