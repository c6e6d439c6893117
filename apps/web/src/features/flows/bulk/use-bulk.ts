import type { FlowSummary } from '@instaflow/contracts';
import { useRef, useState } from 'react';
import { useRefreshFlows } from '../api/use-refresh-flows';
import { runFlowCommand, type FlowCommand } from '../flow-command';
import { runBulk, type BulkProgress } from './run-bulk';

export type BulkRun = {
  kind: FlowCommand['kind'];
  progress: BulkProgress<FlowSummary>;
  isRunning: boolean;
};

/** Does one thing with many flows, with its progress and a way to stop. */
export function useBulk() {
  const refresh = useRefreshFlows();
  const [run, setRun] = useState<BulkRun | null>(null);
  const isStopped = useRef(false);
  const start = async (flows: readonly FlowSummary[], command: FlowCommand): Promise<void> => {
    const { kind } = command;
    isStopped.current = false;
    setRun({ kind, isRunning: true, progress: { total: flows.length, done: 0, failures: [] } });
    const progress = await runBulk({
      items: flows,
      act: (flow) => runFlowCommand(flow, command),
      isStopped: () => isStopped.current,
      onProgress: (next) => setRun({ kind, isRunning: true, progress: next }),
    });
    setRun({ kind, isRunning: false, progress });
    await refresh(flows.map(({ flowId }) => flowId));
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { run, start, stop, close: () => setRun(null) };
}
