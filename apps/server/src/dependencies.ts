import type { Config, Clock, KeyRing, Logger, Metrics } from '@instaflow/platform';
import type { DataSource } from '@instaflow/db';
import type { GraphClient } from '@instaflow/instagram';
import type { Intake, MediaStore } from '@instaflow/flow-runtime';
import type { Jobs } from '@instaflow/jobs';
import type { LanguageModel } from './language-model/create-language-model';
import type { MediaLinks } from './media/media-links';

/** Everything the program shares between its parts, made once at start. */
export type Dependencies = {
  config: Config;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  keyRing: KeyRing;
  /** Held to the caller's workspaces by row-level security. */
  appSource: DataSource;
  /** Sees all workspaces; statements name theirs. */
  engineSource: DataSource;
  jobs: Jobs;
  graph: GraphClient;
  intake: Intake;
  mediaStore: MediaStore;
  mediaLinks: MediaLinks;
  /** Null when none is configured. */
  languageModel: LanguageModel | null;
  /** Something may be due for sending. Returns at once. */
  wakeDelivery: () => void;
  /** Base address of the built-in simulator; null when Graph is Meta's. */
  simulatorUrl: string | null;
};

/** Injection token of the dependencies. */
export const dependenciesToken = Symbol('dependencies');
