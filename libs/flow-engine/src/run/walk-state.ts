import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';
import type { Effect } from '../effect';
import type { FindFlow, FindVersion } from '../flow-source';
import type { RunState } from '../run-state';
import type { TraceStep } from '../trace-step';
import type { StepInput } from './step';

/** What a walk depends on and does not change. */
export type WalkEnvironment = {
  account: AccountSnapshot;
  findFlow: FindFlow;
  findVersion: FindVersion;
  windowExpiresAt: number | null;
  now: number;
  die: string;
};

/** What a walk changes. */
export type WalkState = { run: RunState; contact: ContactSnapshot; effects: Effect[]; trace: TraceStep[] };

/** The next node and why. */
export type Move = { nodeId: string; input: StepInput };
