import type { ChangeFeed } from './changes/change-feed';
import type { Clock } from './clock/clock';
import type { FaultBox } from './faults/fault-box';
import type { RateMeter } from './graph/rate-meter';
import type { Ledger } from './ledger/ledger';
import type { Ids } from './state/ids';
import type { World } from './state/world';
import type { WebhookSender } from './webhooks/webhook-sender';
import type { WebhookTransport } from './webhooks/webhook-transport';

/** What every action of the simulator works on. */
export type Simulation = {
  world: World;
  clock: Clock;
  ids: Ids;
  ledger: Ledger;
  faults: FaultBox;
  changes: ChangeFeed;
  rates: RateMeter;
  webhooks: WebhookSender;
  transport: WebhookTransport;
  appId: string;
  latencyMs: number;
  /** Own address, for links in answers; known once listening. */
  baseUrl: string;
};
