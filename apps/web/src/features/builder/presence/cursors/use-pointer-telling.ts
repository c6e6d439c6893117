import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { sayPresence } from '../../../../shared/realtime/presence-channel';
import { useOthers } from '../use-others';
import { createPointerTeller } from './create-pointer-teller';
import { scheduleTimer } from './schedule-timer';

/** Tells others where the pointer stands on the canvas while the component is mounted. Fingers have none. */
export function usePointerTelling(flowId: string): void {
  const flow = useReactFlow();
  const store = useStoreApi();

  useEffect(() => {
    const canvas = store.getState().domNode;
    if (!canvas) return;
    const teller = createPointerTeller({
      toFlow: (screen) => flow.screenToFlowPosition(screen, { snapToGrid: false }),
      say: (position) => {
        sayPresence({ type: 'flow.pointer', flowId, position });
      },
      nowMs: () => performance.now(),
      schedule: scheduleTimer,
    });
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') teller.moveTo({ x: event.clientX, y: event.clientY });
    };
    const lose = () => {
      teller.moveTo(null);
    };
    const loseWhenHidden = () => {
      if (document.hidden) lose();
    };
    canvas.addEventListener('pointermove', follow);
    canvas.addEventListener('pointerleave', lose);
    document.addEventListener('visibilitychange', loseWhenHidden);
    const unsubscribe = store.subscribe(({ transform }, { transform: before }) => {
      if (transform !== before) teller.moveCanvas();
    });
    return () => {
      canvas.removeEventListener('pointermove', follow);
      canvas.removeEventListener('pointerleave', lose);
      document.removeEventListener('visibilitychange', loseWhenHidden);
      unsubscribe();
      teller.stop({ isHeard: useOthers.getState().others.length > 0 });
    };
  }, [flow, store, flowId]);
}
