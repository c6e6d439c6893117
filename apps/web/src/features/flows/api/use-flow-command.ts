import type { FlowSummary } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/components/use-error-text';
import { runFlowCommand, type FlowCommand } from '../flow-command';
import { useRefreshFlows } from './use-refresh-flows';

/** What is done at once; the others are asked about or shown with their progress. */
export type SimpleCommand = Exclude<FlowCommand, { kind: 'delete' | 'duplicate' }>;

/** Does something with one flow and says so, with the way back where there is one. Never rejects. */
export function useFlowCommand(): (flow: FlowSummary, command: SimpleCommand) => Promise<void> {
  const { t } = useTranslation('flows');
  const errorText = useErrorText();
  const refresh = useRefreshFlows();
  const act = async (flow: FlowSummary, command: SimpleCommand, canUndo: boolean): Promise<void> => {
    try {
      await runFlowCommand(flow, command);
    } catch (error) {
      toast.error(errorText(error));
      return;
    }
    const back = canUndo ? undoOf(flow, command) : null;
    const action = back && { label: t('undo'), onClick: () => void act(flow, back, false) };
    toast.success(t(`done.${command.kind}`, { name: flow.name }), action ? { action } : {});
    await refresh([flow.flowId]);
  };
  return (flow, command) => act(flow, command, true);
}

function undoOf(flow: FlowSummary, { kind }: SimpleCommand): SimpleCommand | null {
  switch (kind) {
    case 'archive':
      return { kind: 'unarchive' };
    case 'unarchive':
      return { kind: 'archive' };
    case 'move':
      return { kind: 'move', folderId: flow.folderId };
    case 'pause':
      return { kind: 'resume' };
    case 'resume':
      return null;
  }
}
