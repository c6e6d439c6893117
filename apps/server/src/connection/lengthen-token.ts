import type { GraphClient, LongLivedToken } from '@instaflow/instagram';
import { refusedByInstagram } from './refused-by-instagram';

/** A token of an hour becomes one of 60 days. Throws 422 with Instagram's reason, 503 while it cannot be asked. */
export async function lengthenToken(
  graph: Pick<GraphClient, 'exchangeToken'>,
  input: { shortLivedToken: string; appSecret: string },
): Promise<LongLivedToken> {
  const answer = await graph.exchangeToken(input);
  if (!answer.ok) throw refusedByInstagram(answer);
  return { token: answer.token, expiresInMs: answer.expiresInMs };
}
