import type { Account } from '../accounts/account';
import type { AuthCode, Token } from '../accounts/token';
import type { Comment, Media } from '../comments/comment';
import type { Fault } from '../faults/fault';
import type { Person } from '../persons/person';
import type { Message } from '../threads/message';
import type { Thread } from '../threads/thread';
import type { Upload } from '../threads/upload';
import { webhookFields, type WebhookConfig } from '../webhooks/webhook-config';
import { switchesSchema, type Switches } from './switches';

/** All that Instagram knows. Behaviour lives in the folders of each subject. */
export type World = {
  /** By IG_ID. */
  accounts: Map<string, Account>;
  tokens: Map<string, Token>;
  authCodes: Map<string, AuthCode>;
  /** By IGSID, which is unique over all accounts. */
  persons: Map<string, Person>;
  /** By IGSID. */
  threads: Map<string, Thread>;
  messages: Map<string, Message>;
  media: Map<string, Media>;
  comments: Map<string, Comment>;
  /** Media uploaded once, by attachment id. */
  uploads: Map<string, Upload>;
  faults: Fault[];
  webhook: WebhookConfig;
  switches: Switches;
};

export function createWorld(webhook: { url: string | null; appSecret: string; verifyToken: string }): World {
  return {
    accounts: new Map(),
    tokens: new Map(),
    authCodes: new Map(),
    persons: new Map(),
    threads: new Map(),
    messages: new Map(),
    media: new Map(),
    comments: new Map(),
    uploads: new Map(),
    faults: [],
    webhook: {
      signingSecret: null,
      deauthorizeUrl: null,
      dataDeletionUrl: null,
      ...webhook,
      fields: [...webhookFields],
      isLive: true,
      failingSince: null,
      isDisabled: false,
    },
    switches: switchesSchema.parse({}),
  };
}
