import type { Account } from '../accounts/account';
import type { Token } from '../accounts/token';
import type { WebhookEvent } from '../webhooks/webhook-event';
import type { MediaTroubles } from './send/fetch-media';

export type Params = Record<string, unknown>;

/** A call whose token was accepted. */
export type GraphCall = {
  method: string;
  /** What the path names: the account, its Page, the Facebook user behind it, or anything else by its id. */
  via: 'account' | 'page' | 'facebook_user' | 'object';
  /** First path part, with `me` and the account's other ids replaced by the IG_ID. */
  node: string;
  edge: string;
  params: Params;
  token: Token;
  account: Account;
  mediaTroubles: MediaTroubles;
};

export type GraphAnswer = {
  body: unknown;
  /** For the ledger. */
  mid?: string;
  igsid?: string;
  /** What the app will hear of it, shortly after the answer. */
  event?: WebhookEvent;
};
