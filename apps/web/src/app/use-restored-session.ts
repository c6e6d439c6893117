import { useEffect, useState } from 'react';
import { restoreSession } from '../shared/session/restore-session';
import { useSession, type SessionState } from '../shared/session/session-store';

const retryMs = 2_000;

/** The session, brought back when the app starts; tries again while the server cannot be reached. */
export function useRestoredSession(): {
  status: SessionState['status'];
  isServerDown: boolean;
  retry: () => void;
} {
  const status = useSession((session) => session.status);
  const [attempt, setAttempt] = useState(0);
  const [failedAttempt, setFailedAttempt] = useState(-1);
  const retry = () => setAttempt((previous) => previous + 1);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    restoreSession().catch(() => {
      setFailedAttempt(attempt);
      timer = setTimeout(() => setAttempt(attempt + 1), retryMs);
    });
    return () => clearTimeout(timer);
  }, [attempt]);

  return { status, isServerDown: status === 'unknown' && failedAttempt >= 0, retry };
}
