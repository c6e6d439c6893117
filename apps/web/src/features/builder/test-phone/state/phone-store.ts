import {
  createTalk,
  findHold,
  playMove,
  talkAtHold,
  type FlowTestResult,
  type Talk,
  type TalkHold,
  type TalkMove,
  type TalkStep,
  type TalkWorld,
} from '@instaflow/flow-engine';
import type { FlowDefinition } from '@instaflow/flow-model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createPerson, type TestPerson } from './test-person';
import { blankSettings, type PhoneSettings } from './phone-settings';

export type PhoneSide = 'trace' | 'tests' | 'setup';
export type PhoneTab = 'phone' | PhoneSide;

export type PlayedTests = {
  definition: FlowDefinition | null;
  results: Readonly<Record<string, FlowTestResult>>;
};

/** Asked of every step the conversation comes to: whether to halt before it. */
export type IsHeld = (step: TalkStep) => boolean;

export type PhoneState = {
  person: TestPerson;
  settings: PhoneSettings;
  /** The conversation as it is shown: while it is held, as it was before the step it halts at. */
  talk: Talk;
  hold: TalkHold | null;
  /** The talk before each move, oldest first: a step back takes the last one. */
  earlier: Talk[];
  /** What led from the first of them to `talk`. */
  moves: TalkMove[];
  /** What is shown where only one thing fits, and what beside the phone. */
  tab: PhoneTab;
  side: PhoneSide;
  /** How saved conversations went with this document; those of another one are out of date. */
  played: PlayedTests;
  /** A conversation that is held goes on to the end of its last move first. */
  play: (move: TalkMove, world: TalkWorld, isHeld?: IsHeld) => void;
  /** Leaves the hold for the next one, or for the end of the move. */
  goOn: (isHeld: IsHeld) => void;
  stepBack: () => void;
  /** Begins anew, as somebody else when one is named. */
  restart: (person?: TestPerson) => void;
  change: (settings: Partial<PhoneSettings>) => void;
  setTab: (tab: PhoneTab) => void;
  setSide: (side: PhoneSide) => void;
  /** Brings a side to the front, wherever there is room for it. */
  showSide: (side: PhoneSide) => void;
  setPlayed: (played: PlayedTests) => void;
};
export type PhoneStore = StoreApi<PhoneState>;

/** The conversation on the test phone. It outlives the phone being put away, but not the page. */
export function createPhoneStore(nowMs: () => number): PhoneStore {
  return createStore<PhoneState>()((set, get) => {
    const person = createPerson();
    return {
      person,
      settings: blankSettings,
      talk: begin(person, nowMs()),
      hold: null,
      earlier: [],
      moves: [],
      tab: 'phone',
      side: 'trace',
      played: { definition: null, results: {} },
      play: (move, world, isHeld = never) => {
        const { talk, hold, earlier, moves } = get();
        const before = hold?.after ?? talk;
        const played = { before, after: playMove(before, move, world) };
        set({
          ...showUntil(played, findHold(played, { from: 0, isHeld })),
          earlier: [...earlier, before],
          moves: [...moves, move],
        });
      },
      goOn: (isHeld) => {
        const { hold } = get();
        if (hold) set(showUntil(hold, findHold(hold, { from: hold.place + 1, isHeld })));
      },
      stepBack: () => {
        const { earlier, moves } = get();
        const last = earlier.at(-1);
        if (last) set({ talk: last, hold: null, earlier: earlier.slice(0, -1), moves: moves.slice(0, -1) });
      },
      restart: (next = get().person) => {
        set({ person: next, talk: begin(next, nowMs()), hold: null, earlier: [], moves: [] });
      },
      change: (settings) => {
        set({ settings: { ...get().settings, ...settings } });
      },
      setTab: (tab) => {
        set({ tab });
      },
      setSide: (side) => {
        set({ side });
      },
      showSide: (side) => {
        set({ side, tab: side });
      },
      setPlayed: (played) => {
        set({ played });
      },
    };
  });
}

const never: IsHeld = () => false;

function showUntil(
  { after }: Pick<TalkHold, 'after'>,
  hold: TalkHold | null,
): Pick<PhoneState, 'talk' | 'hold'> {
  return { talk: hold ? talkAtHold(hold) : after, hold };
}

function begin({ contact, isKnown, windowExpiresAt }: TestPerson, now: number): Talk {
  return createTalk({ now, contact, conversation: { isFirstContact: !isKnown, windowExpiresAt } });
}
