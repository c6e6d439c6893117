import { create } from 'zustand';
import { readStored, writeStored } from '../../../shared/storage/stored-value';
import type { Attachment } from '../attachment';
import type { Outgoing } from '../outgoing';

type InboxState = {
  /** Unsent text per conversation. */
  drafts: Record<string, string>;
  /** Files beside the text, per conversation; they do not survive a reload. */
  attachments: Record<string, Attachment[]>;
  /** Id of the message that is being answered, per conversation. */
  replies: Record<string, string>;
  outgoing: Outgoing[];
  areShortcutsOn: boolean;
  setDraft: (conversationId: string, text: string) => void;
  setAttachments: (conversationId: string, change: (files: Attachment[]) => Attachment[]) => void;
  setReply: (conversationId: string, messageLogId: string | null) => void;
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
  attachments: {},
  replies: {},
  outgoing: [],
  areShortcutsOn: readStored(shortcutsKey) !== false,
  setDraft: (conversationId, text) => {
    const { [conversationId]: _previous, ...others } = get().drafts;
    const drafts = text === '' ? others : { ...others, [conversationId]: text };
    set({ drafts });
    writeStored(draftsKey, drafts);
  },
  setAttachments: (conversationId, change) =>
    set(({ attachments }) => ({
      attachments: { ...attachments, [conversationId]: change(attachments[conversationId] ?? []) },
    })),
  setReply: (conversationId, messageLogId) => {
    const { [conversationId]: _previous, ...others } = get().replies;
    set({ replies: messageLogId === null ? others : { ...others, [conversationId]: messageLogId } });
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
