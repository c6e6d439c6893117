import { useEffect, useRef, useState } from 'react';
import { commandEveryone, noProgress, type BulkAnswer, type BulkProgress } from '../command-everyone';

export type Bulk = {
  progress: BulkProgress;
  state: 'ready' | 'running' | 'stopped' | 'failed' | 'done';
  error: unknown;
  /** Starts, or goes on where it was stopped or failed. */
  start: () => void;
  stop: () => void;
};

/** Runs a bounded act over everyone, stoppable between its calls; leaving the screen stops it too. */
export function useBulk(call: (cursor: string | null) => Promise<BulkAnswer>): Bulk {
  const [progress, setProgress] = useState(noProgress);
  const [state, setState] = useState<Bulk['state']>('ready');
  const [error, setError] = useState<unknown>(null);
  const isStopped = useRef(false);
  useEffect(() => () => void (isStopped.current = true), []);
  const start = () => {
    isStopped.current = false;
    setState('running');
    setError(null);
    commandEveryone({
      from: progress,
      call,
      isStopped: () => isStopped.current,
      onProgress: setProgress,
    }).then(
      () => setState(isStopped.current ? 'stopped' : 'done'),
      (failure: unknown) => {
        setError(failure);
        setState('failed');
      },
    );
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { progress, state: progress.isDone ? 'done' : state, error, start, stop };
}
