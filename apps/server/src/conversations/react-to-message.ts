import { inWorkspaces, messageRepository, setOwnReaction } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';
import { refusedByInstagram } from '../connection/refused-by-instagram';
import type { Dependencies } from '../dependencies';
import { found } from '../http/found';
import { openConversation } from './open-conversation';

type Reacting = {
  conversationId: string;
  workspaceId: string;
  messageId: string;
  /** Null takes it back. */
  reaction: string | null;
};

const hearts: readonly string[] = ['love', '❤', '❤️'];

/**
 * Reacts to a message of the person in the account's name, at once: it is shown as soon as Instagram took it. Repeating it
 * changes nothing. 422 with what to do when Instagram refuses, or cannot do this kind.
 */
export async function reactToMessage(
  deps: Pick<Dependencies, 'appSource' | 'graph' | 'keyRing'>,
  { conversationId, workspaceId, messageId: id, reaction }: Reacting,
): Promise<{ reaction: string | null }> {
  const { to, mid } = await inWorkspaces(deps.appSource, [workspaceId], async (tx) => {
    const message = found(await messageRepository.find(tx, { id, conversationId }));
    const isTheirs = message.direction === 'inbound' && message.type !== 'deleted';
    if (!isTheirs || message.mid === null) throw notToReactTo();
    const open = await openConversation(tx, deps, { id: conversationId, workspaceId });
    return { to: open, mid: message.mid };
  });
  const isHeart = reaction !== null && hearts.includes(reaction);
  if (to.login === 'facebook' && reaction !== null && !isHeart) throw onlyHearts();
  const answer =
    reaction === null
      ? await deps.graph.unreact({ ...to, mid })
      : await deps.graph.react({ ...to, mid, reaction: isHeart ? 'love' : reaction });
  if (!answer.ok) throw refusedByInstagram(answer);
  const shown = isHeart ? '❤️' : reaction;
  await inWorkspaces(deps.appSource, [workspaceId], (tx) =>
    setOwnReaction(tx, { id, conversationId, reaction: shown }),
  );
  return { reaction: shown };
}

function notToReactTo() {
  return unprocessable('unknown_message', 'Only what the person wrote and did not delete can be reacted to.');
}

function onlyHearts() {
  return unprocessable(
    'reaction_not_offered',
    'An account that is connected through Facebook can only react with a heart.',
    [{ path: 'reaction', message: 'must be love' }],
  );
}
