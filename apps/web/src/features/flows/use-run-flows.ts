import type { FlowSummary } from '@instaflow/contracts';
import { useDuplicate } from './api/use-duplicate';
import { useFlowCommand } from './api/use-flow-command';
import { useBulk } from './bulk/use-bulk';
import type { FlowCommand } from './flow-command';

/** Does something with flows: with one at once, with many under a dialog that shows how far it came. */
export function useRunFlows() {
  const bulk = useBulk();
  const act = useFlowCommand();
  const duplicate = useDuplicate();
  const run = (flows: readonly FlowSummary[], command: FlowCommand): void => {
    const [first] = flows;
    if (!first) return;
    if (flows.length > 1 || command.kind === 'delete') void bulk.start(flows, command);
    else if (command.kind === 'duplicate') void duplicate(first, command.instagramAccountId);
    else void act(first, command);
  };
  return { bulk, run };
}
