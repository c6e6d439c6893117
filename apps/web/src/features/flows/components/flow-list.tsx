import type { FlowSummary } from '@instaflow/contracts';
import { useRef, useState } from 'react';
import { BulkBar } from '../bulk/bulk-bar';
import { useSelection } from '../bulk/use-selection';
import type { FlowCommand } from '../flow-command';
import type { FlowQuestion } from '../flow-question';
import { useExport } from '../transfer/use-export';
import { FlowDialogs } from './flow-dialogs';
import { FlowTable } from './flow-table';

export type FlowListProps = {
  flows: readonly FlowSummary[];
  /** Whether the folders of the flows are told: not inside of one. */
  hasFolders: boolean;
  onRun: (flows: readonly FlowSummary[], command: FlowCommand) => void;
};

/** Flows to look at, to choose from and to do something with, one or many. */
export function FlowList({ flows, hasFolders, onRun }: FlowListProps) {
  const selection = useSelection(flows.map(({ flowId }) => flowId));
  const chosen = flows.filter(({ flowId }) => selection.has(flowId));
  const [question, setQuestion] = useState<FlowQuestion | null>(null);
  const exportFlows = useExport();
  const list = useRef<HTMLDivElement>(null);
  const clear = () => {
    selection.clear();
    // The button that was pressed is gone with the bar.
    list.current?.querySelector<HTMLElement>('thead [role=checkbox]')?.focus();
  };
  return (
    <div ref={list}>
      {chosen.length > 0 && (
        <BulkBar
          flows={chosen}
          onRun={onRun}
          onAsk={setQuestion}
          onExport={(concerned) => void exportFlows(concerned)}
          onClear={clear}
        />
      )}
      <FlowTable flows={flows} hasFolders={hasFolders} selection={selection} onAsk={setQuestion} />
      {question && <FlowDialogs question={question} onRun={onRun} onClose={() => setQuestion(null)} />}
    </div>
  );
}
