import type { Account } from '../../accounts/account';
import type { Comment, Media } from '../../comments/comment';
import type { KnownError } from '../../faults/error-catalogue';
import type { Fault } from '../../faults/fault';
import type { LedgerEntry } from '../../ledger/ledger-entry';
import type { Person } from '../../persons/person';
import type { Message } from '../../threads/message';
import type { WebhookConfig } from '../../webhooks/webhook-config';

export type ShownAccount = Account & { isSubscribed: boolean; accessToken: string | null };
export type Accounts = { accounts: ShownAccount[] };
export type Persons = { persons: Person[] };
export type Post = Media & { comments: Comment[] };
export type Posts = { posts: Post[] };
export type Faults = { faults: Fault[] };
export type KnownErrors = { errors: ({ name: string } & KnownError)[] };
export type LedgerTail = { entries: LedgerEntry[] };
export type ClockState = { now: number; offsetMs: number; iso: string };
export type WebhookState = WebhookConfig & {
  deliveries: { delayed: number; queued: number; inFlight: number; retrying: number };
};

export type ShownThread = {
  accountId: string;
  igsid: string;
  person: Person | null;
  folder: 'inbox' | 'requests';
  businessFolder: 'primary' | 'general' | 'requests';
  windowClosesAt: number | null;
  isWindowOpen: boolean;
  isTyping: boolean;
  typingUntil: number;
  seenByBusinessAt: number;
  now: number;
  messages: Message[];
};

/** Who talks to whom: every action of the phone needs both. */
export type Chat = { account: ShownAccount; person: Person };
export type { Account, Comment, Fault, LedgerEntry, Media, Message, Person };
