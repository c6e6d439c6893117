import { In } from 'typeorm';
import type { Tx } from '../transaction';
import { ConversationEntity } from './conversation.entity';

type ConversationKey = { id: string; workspaceId: string };

/** Single conversations, always with their contact. */
export const conversationRepository = {
  find: (tx: Tx, key: ConversationKey): Promise<ConversationEntity | null> =>
    tx.findOne(ConversationEntity, { where: key, relations: { contact: true } }),

  listByIds: (tx: Tx, ids: readonly string[]): Promise<ConversationEntity[]> =>
    tx.find(ConversationEntity, { where: { id: In([...ids]) }, relations: { contact: true } }),

  async markRead(tx: Tx, { id, workspaceId }: ConversationKey): Promise<void> {
    await tx.query(
      `UPDATE conversation SET unread_count = 0, updated_at = now()
       WHERE id = $1 AND workspace_id = $2 AND unread_count > 0`,
      [id, workspaceId],
    );
    await conversationRepository.announce(tx, { id, workspaceId });
  },

  async assign(tx: Tx, { id, workspaceId }: ConversationKey, userId: string | null): Promise<void> {
    await tx.update(
      ConversationEntity,
      { id, workspaceId },
      { assignedAgentId: userId, updatedAt: () => 'now()' },
    );
    await conversationRepository.announce(tx, { id, workspaceId });
  },

  /** Tells the browsers that the conversation changed. */
  async announce(tx: Tx, { id, workspaceId }: ConversationKey): Promise<void> {
    await tx.query(
      `INSERT INTO realtime_event (workspace_id, instagram_account_id, type, entity_id)
       SELECT workspace_id, instagram_account_id, 'conversation.updated', id
       FROM conversation WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
  },
};
