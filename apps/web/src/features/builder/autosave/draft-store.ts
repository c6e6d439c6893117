import type { FlowDefinition } from '@instaflow/flow-model';
import type { HistoryEntry } from '../history/history';
import type { KeptEdit } from './unsaved-edits';

/** What one editing session has in the browser besides its edits and undo steps. */
export type KeptHead = {
  /** User and flow. */
  flowKey: string;
  tabId: string;
  writtenAtMs: number;
  /** The revision the edits stand on. */
  revision: number;
  /** Numbers of edits after which the document was sent and no answer has come: the server may have it. */
  sent: number[];
  hasUnsaved: boolean;
  /** How many of the undo steps are done; the others can be redone. */
  pastCount: number;
};

/** Whole documents: far larger than an edit, and rarely other ones. */
export type KeptDocuments = {
  /** The server's document of the revision; null while nothing is unsaved. */
  base: FlowDefinition | null;
  /** The document after the edit of this number, when that is not what the edits make of `base`. */
  start: { definition: FlowDefinition; number: number } | null;
};

/** What is to be changed in the browser's copy, as one transaction. */
export type DraftChange = {
  sessionId: string;
  /** Sessions whose copy goes away before the rest is written. */
  forget: string[];
  head: KeptHead | null;
  /** Null when they are as they were. */
  documents: KeptDocuments | null;
  edits: { put: readonly KeptEdit[]; drop: readonly number[] };
  history: { put: readonly { place: number; entry: HistoryEntry }[]; drop: readonly number[] };
};

/** As it was read, the documents with the head: of an older program, or damaged, until somebody has parsed it. */
export type KeptRecord = { session: unknown; edits: unknown[]; history: unknown[] };

/** Where the browser keeps drafts. Rejects where it has no room or is not allowed to. */
export type DraftStore = {
  write: (change: DraftChange) => Promise<void>;
  /** The heads of every session of this user and flow. */
  list: (flowKey: string) => Promise<unknown[]>;
  read: (sessionId: string) => Promise<KeptRecord>;
};
