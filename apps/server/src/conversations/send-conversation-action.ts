import { messagingLimits, type BodyOf, type endpoints } from '@instaflow/contracts';
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
  deps: Pick<Dependencies, 'appSource' | 'graph' | 'keyRing' | 'clock'>,
  {
    conversationId: id,
    workspaceId,
    action,
  }: { conversationId: string; workspaceId: string; action: Action },
): Promise<{ isDone: boolean }> {
  const { lastUserMessageAt, ...to } = await inWorkspaces(deps.appSource, [workspaceId], (tx) =>
    openConversation(tx, deps, { id, workspaceId }),
  );
  const wroteAt = lastUserMessageAt?.getTime() ?? 0;
  if (deps.clock.now() - wroteAt >= messagingLimits.windowMs) return { isDone: false };
  const answer = await deps.graph.sendAction({ ...to, action });
  if (answer.ok) return { isDone: true };
  if (answer.outcome === 'token' || answer.outcome === 'config') throw refusedByInstagram(answer);
  return { isDone: false };
}
