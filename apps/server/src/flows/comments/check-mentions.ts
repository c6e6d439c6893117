import { mentionableMembers, type Tx } from '@instaflow/db';
import { unprocessable } from '@instaflow/platform';

/** Refuses with 422 `unknown_member` whoever cannot see the flow, or is no member; each is answered once. */
export async function checkMentions(
  tx: Tx,
  { workspaceId, userIds }: { workspaceId: string; userIds: readonly string[] },
): Promise<string[]> {
  const wanted = [...new Set(userIds)];
  const known = await mentionableMembers.filter(tx, { workspaceId, userIds: wanted });
  const unknown = wanted.filter((id) => !known.has(id));
  if (unknown.length === 0) return wanted;
  throw unprocessable(
    'unknown_member',
    'Only members who can see this flow can be mentioned.',
    unknown.map((userId) => ({ path: 'body.mentionedUserIds', userId })),
  );
}
