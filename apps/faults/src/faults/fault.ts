import type { LoadedAccount } from '../load/prepare-account';
import type { Installation } from '../processes/installation';
import type { Random } from '../random';

export type FaultContext = {
  installation: Installation;
  accounts: readonly LoadedAccount[];
  random: Random;
  /** Counts a blow, so that a fault that never struck is seen. */
  struck: () => void;
  /** Waits, but not longer than the faults last; false when they are over. */
  pause: (ms: number) => Promise<boolean>;
};

export type Fault = {
  name: string;
  /** Strikes one account (then many share a round) or the whole installation (then it has a round of its own). */
  scope: 'account' | 'installation';
  /** Breaks things until it is over, and leaves nothing broken that can be mended. */
  strike: (context: FaultContext) => Promise<void>;
  needsRedis?: boolean;
};
