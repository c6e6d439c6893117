import { errorCodes } from '@instaflow/contracts';
import { accountRepository, conversationRepository, type Tx } from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import type { AccountAccess } from '@instaflow/instagram';
import { conflict } from '@instaflow/platform';
import type { Dependencies } from '../dependencies';
import { found } from '../http/found';

/** With what, and to whom, Instagram is asked to do something in a conversation right now. */
export type OpenConversation = AccountAccess & {
  recipientId: string;
  login: 'instagram' | 'facebook' | null;
  /** Of the person; null when they never wrote. */
  lastUserMessageAt: Date | null;
};

/** Throws 404, and 409 `account_not_connected` when the account has no access to Instagram. */
export async function openConversation(
  tx: Tx,
  { keyRing }: Pick<Dependencies, 'keyRing'>,
  key: { id: string; workspaceId: string },
): Promise<OpenConversation> {
  const { contact, instagramAccountId, lastUserMessageAt } = found(
    await conversationRepository.find(tx, key),
  );
  const { workspaceId } = key;
  const account = found(await accountRepository.find(tx, { id: instagramAccountId, workspaceId }));
  const { accessTokenSealed: sealedToken, status, login } = account;
  const token =
    sealedToken === null || status !== 'connected'
      ? null
      : openToken(keyRing, { sealedToken, accountId: account.id });
  if (token === null) {
    throw conflict({
      code: errorCodes.accountNotConnected,
      message: 'The account has no access to Instagram. Connect it again.',
    });
  }
  const recipientId = contact.instagramUserId;
  return { accountInstagramId: account.instagramUserId, token, recipientId, login, lastUserMessageAt };
}
