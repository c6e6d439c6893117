export type CallOutcome = 'answered' | 'http_500' | 'timeout';

/** What the person at the test phone decides instead of chance, other programs and Instagram. */
export type PhoneSettings = {
  seed: string;
  /** By node; chance decides where nothing is said. */
  forcedBranches: Record<string, string>;
  /** By node; a call is answered where nothing is said. */
  calls: Record<string, { outcome: CallOutcome; body: string }>;
  /** The message that does not arrive. */
  failingNodeId: string | null;
};

export const blankSettings: PhoneSettings = {
  seed: 'test',
  forcedBranches: {},
  calls: {},
  failingNodeId: null,
};
