import type { BodyOf, endpoints } from '@instaflow/contracts';
import { inWorkspaces } from '@instaflow/db';
import { refusedByInstagram } from '../connection/refused-by-instagram';
import type { Dependencies } from '../dependencies';
import { openConversation } from './open-conversation';

type Action = BodyOf<typeof endpoints.sendConversationAction>['action'];

/**
 * Shows the person typing dots, or that their messages were seen. Not done when they could not see it anyway (outside the
 * window, not reachable, Instagram away): nobody has to know. 422 when the account itself is refused.
 */
export async function sendConversationAction(
  deps: Pick<Dependencies, 'appSource' | 'graph' | 'keyRing'>,
  {
    conversationId: id,
    workspaceId,
    action,
  }: { conversationId: string; workspaceId: string; action: Action },
): Promise<{ isDone: boolean }> {
  const to = await inWorkspaces(deps.appSource, [workspaceId], (tx) =>
    openConversation(tx, deps, { id, workspaceId }),
  );
  const answer = await deps.graph.sendAction({ ...to, action });
  if (answer.ok) return { isDone: true };
  if (answer.outcome === 'token' || answer.outcome === 'config') throw refusedByInstagram(answer);
  return { isDone: false };
}
