import {
  createTalk,
  playMove,
  type FlowTestResult,
  type Talk,
  type TalkMove,
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

export type PhoneState = {
  person: TestPerson;
  settings: PhoneSettings;
  talk: Talk;
  /** The talk before each move, oldest first: a step back takes the last one. */
  earlier: Talk[];
  /** What led from the first of them to `talk`. */
  moves: TalkMove[];
  /** What is shown where only one thing fits, and what beside the phone. */
  tab: PhoneTab;
  side: PhoneSide;
  /** How saved conversations went with this document; those of another one are out of date. */
  played: PlayedTests;
  play: (move: TalkMove, world: TalkWorld) => void;
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
      earlier: [],
      moves: [],
      tab: 'phone',
      side: 'trace',
      played: { definition: null, results: {} },
      play: (move, world) => {
        const { talk, earlier, moves } = get();
        set({ talk: playMove(talk, move, world), earlier: [...earlier, talk], moves: [...moves, move] });
      },
      stepBack: () => {
        const { earlier, moves } = get();
        const last = earlier.at(-1);
        if (last) set({ talk: last, earlier: earlier.slice(0, -1), moves: moves.slice(0, -1) });
      },
      restart: (next = get().person) => {
        set({ person: next, talk: begin(next, nowMs()), earlier: [], moves: [] });
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

function begin({ contact, isKnown, windowExpiresAt }: TestPerson, now: number): Talk {
  return createTalk({ now, contact, conversation: { isFirstContact: !isKnown, windowExpiresAt } });
}
