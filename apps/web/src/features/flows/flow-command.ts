import type { FlowSummary } from '@instaflow/contracts';
import { callApi } from '../../shared/api/call-api';

/** What can be done with one flow of the list, and with many. */
export type FlowCommand =
  | { kind: 'pause' | 'resume' | 'archive' | 'unarchive' }
  | { kind: 'delete' }
  | { kind: 'move'; folderId: string | null }
  | { kind: 'duplicate'; instagramAccountId?: string };

/** Does it; answers whatever the server does. */
export function runFlowCommand({ flowId }: Pick<FlowSummary, 'flowId'>, command: FlowCommand) {
  const params = { id: flowId };
  switch (command.kind) {
    case 'pause':
      return callApi('pauseFlow', { params });
    case 'resume':
      return callApi('resumeFlow', { params });
    case 'archive':
      return callApi('updateFlow', { params, body: { archived: true } });
    case 'unarchive':
      return callApi('updateFlow', { params, body: { archived: false } });
    case 'delete':
      return callApi('deleteFlow', { params });
    case 'move':
      return callApi('updateFlow', { params, body: { folderId: command.folderId } });
    case 'duplicate': {
      const { instagramAccountId } = command;
      return callApi('duplicateFlow', { params, body: instagramAccountId ? { instagramAccountId } : {} });
    }
  }
}
