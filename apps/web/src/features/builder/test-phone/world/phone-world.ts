import type { StoredIceBreaker, StoredMenuItem, Trigger } from '@instaflow/contracts';
import type { FlowTest, LoadedFlow } from '@instaflow/flow-model';
import type { TalkMove, TalkMoveInput } from '@instaflow/flow-engine';
import { talkMoveSchema } from '@instaflow/flow-engine';
import { createContext, useContext } from 'react';

/** What the parts of the phone share: how to play a move, and what there is to tap and to begin with. */
export type PhoneWorld = {
  /** Plays a move with the draft as it is on the canvas now. */
  play: (move: TalkMoveInput) => void;
  username: string;
  /** Somebody without a login tries a shared flow: there is no trace, no canvas, and only one way to begin. */
  isGuest: boolean;
  /** Of this flow. */
  triggers: readonly Trigger[];
  iceBreakers: readonly StoredIceBreaker[];
  menuItems: readonly StoredMenuItem[];
  /** The conversation so far as a test of the flow; null before it has begun. */
  recordTest: () => FlowTest | null;
  /** The draft as it is on the canvas now, and the flows around it, for playing saved conversations. */
  loadFlows: () => LoadedFlow[];
  flowName: (flowId: string) => string | null;
};

export const PhoneWorldContext = createContext<PhoneWorld | null>(null);

/** The world of the test phone. Throws outside of it. */
export function usePhoneWorld(): PhoneWorld {
  const world = useContext(PhoneWorldContext);
  if (!world) throw new Error('Used outside of the test phone');
  return world;
}

/** A move with its defaults filled in. */
export function readMove(move: TalkMoveInput): TalkMove {
  return talkMoveSchema.parse(move);
}
