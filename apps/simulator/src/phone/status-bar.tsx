import { BatteryFull, SlidersHorizontal, Wifi } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatTime } from './data/format';
import { useResource } from './data/use-resource';
import type { ClockState } from './data/types';
import { IconButton } from './parts/icon-button';

const tickMs = 10_000;

/** Shows the simulated time, so that a moved clock is visible on the phone itself. */
export function StatusBar({ onOpenPanel }: { onOpenPanel: () => void }) {
  const clock = useResource<ClockState>('/clock', (change) => change.kind === 'clock');
  const [realNow, setRealNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setRealNow(Date.now()), tickMs);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <div className="status-bar">
      <span className="status-time">{formatTime(realNow + (clock.value?.offsetMs ?? 0))}</span>
      <span className="status-icons" aria-hidden="true">
        <Wifi size={15} />
        <BatteryFull size={18} />
      </span>
      <IconButton label="Open the simulator's controls" className="panel-opener" onClick={onOpenPanel}>
        <SlidersHorizontal size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
