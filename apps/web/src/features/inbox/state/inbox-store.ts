import { create } from 'zustand';
import { readStored, writeStored } from '../../../shared/storage/stored-value';
import type { Outgoing } from '../outgoing';

type InboxState = {
  /** Unsent text per conversation. */
  drafts: Record<string, string>;
  outgoing: Outgoing[];
  areShortcutsOn: boolean;
  setDraft: (conversationId: string, text: string) => void;
  addOutgoing: (message: Outgoing) => void;
  updateOutgoing: (localId: string, change: Partial<Outgoing>) => void;
  removeOutgoing: (localId: string) => void;
  setShortcuts: (areOn: boolean) => void;
};

const draftsKey = 'instaflow.drafts';
const shortcutsKey = 'instaflow.inbox-shortcuts';

const loadDrafts = (): Record<string, string> => {
  const stored = readStored(draftsKey);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, text]) => typeof text === 'string' && text !== ''),
  );
};

/** What the inbox keeps in this browser: drafts, messages on their way, whether shortcuts are on. */
export const useInbox = create<InboxState>()((set, get) => ({
  drafts: loadDrafts(),
  outgoing: [],
  areShortcutsOn: readStored(shortcutsKey) !== false,
  setDraft: (conversationId, text) => {
    const { [conversationId]: _previous, ...others } = get().drafts;
    const drafts = text === '' ? others : { ...others, [conversationId]: text };
    set({ drafts });
    writeStored(draftsKey, drafts);
  },
  addOutgoing: (message) => set(({ outgoing }) => ({ outgoing: [...outgoing, message] })),
  updateOutgoing: (localId, change) =>
    set(({ outgoing }) => ({
      outgoing: outgoing.map((own) => (own.localId === localId ? { ...own, ...change } : own)),
    })),
  removeOutgoing: (localId) =>
    set(({ outgoing }) => ({ outgoing: outgoing.filter((own) => own.localId !== localId) })),
  setShortcuts: (areShortcutsOn) => {
    set({ areShortcutsOn });
    writeStored(shortcutsKey, areShortcutsOn);
  },
}));
