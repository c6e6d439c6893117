import { useEffect, useMemo, useState } from 'react';
import { listenToPresence, sayPresence } from '../../../shared/realtime/presence-channel';
import { useRealtimeState } from '../../../shared/realtime/realtime-store';
import { useSession } from '../../../shared/session/session-store';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { selectOnlyNodeId } from '../state/selection-slice';
import { nobody, useOthers, type Person } from './use-others';

const everyMs = 10_000;

/** Says that this person looks at the flow, and at which step, and tells who else does, here and to `useOthers`. */
export function usePresence(): { others: readonly Person[]; openNodeId: string | null } {
  const { flowId } = useBuilderSession();
  const userId = useSession((session) => session.userId);
  const isOnline = useRealtimeState(({ state }) => state === 'online');
  const openNodeId = useBuilder((state) => (state.isPanelOpen ? selectOnlyNodeId(state) : null));
  const [people, setPeople] = useState(nobody);

  useEffect(
    () =>
      listenToPresence((presence) => {
        if (presence.flowId === flowId) setPeople(presence.people);
      }),
    [flowId],
  );

  useEffect(() => {
    if (!isOnline) return;
    const say = () => {
      sayPresence({ type: 'flow.presence', flowId, nodeId: openNodeId });
    };
    say();
    const timer = setInterval(say, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [flowId, openNodeId, isOnline]);

  useEffect(
    () => () => {
      sayPresence({ type: 'flow.presence', flowId: null, nodeId: null });
    },
    [flowId],
  );

  // Without the stream nobody knows who is there.
  const others = useMemo(
    () => (isOnline ? people.filter((person) => person.userId !== userId) : nobody),
    [people, isOnline, userId],
  );
  useEffect(() => {
    useOthers.setState({ others });
    return () => {
      useOthers.setState({ others: nobody });
    };
  }, [others]);
  return { others, openNodeId };
}
