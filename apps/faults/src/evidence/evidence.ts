import type { Story } from '../load/story';
import type { LoadedAccount } from '../load/prepare-account';
import type { GraphCall, WebhookDelivery } from './ledger-entry';
import type { AccountSummary, ShownContact } from './read-shown';
import type { OfficeCall } from '../processes/other-program';
import type { OutboxRow } from './outbox-rows';

/** All there is to judge one fault by: what Instagram saw, what the program shows, what people did. */
export type Evidence = {
  fault: string;
  beganAt: number;
  healedAt: number;
  accounts: LoadedAccount[];
  stories: Story[];
  calls: GraphCall[];
  deliveries: WebhookDelivery[];
  contacts: ShownContact[];
  summaries: Map<string, AccountSummary>;
  outbox: OutboxRow[];
  /** What the other program was asked by the people of the stories. */
  officeCalls: OfficeCall[];
  /** Blows against processes and databases. */
  strikes: number;
  /** What was not at rest a minute after the faults were over. */
  leftovers: string[];
  /** Processes that ended by themselves or did not become ready again. */
  broken: string[];
};

/** What was found, in words a person can follow. */
export type Violation = { invariant: number; about: string; story: string[] };
