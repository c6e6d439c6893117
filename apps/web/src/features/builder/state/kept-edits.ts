import type { FlowDefinition, FlowOperation } from '@instaflow/flow-model';
import type { AutosaveState } from '../autosave/autosave-machine';
import type { DraftKeeper } from '../autosave/draft-keeper';
import type { KeptDocuments } from '../autosave/draft-store';
import { createUnsavedEdits, type KeptEdit } from '../autosave/unsaved-edits';
import type { History } from '../history/history';

/** Edits of a session that ended before the server had them. */
export type KeptSession = {
  /** The server's document the edits were made on. */
  base: FlowDefinition;
  start: KeptDocuments['start'];
  edits: readonly KeptEdit[];
  /** Documents that were sent and perhaps taken, oldest first. */
  sent: readonly FlowDefinition[];
  sentNumbers: readonly number[];
};

export type KeptEdits = {
  add: (operations: FlowOperation[]) => void;
  /** The server has these edits, or the others stand on another revision now. */
  update: (saved: Pick<AutosaveState, 'savedEditCount' | 'revision' | 'status'>) => void;
  /** The document goes to the server as it is now; resolves once the browser has that, or has no room for it. */
  markSent: () => Promise<void>;
  list: () => FlowOperation[];
  keep: () => void;
};

/** The edits the server does not have yet, with their copy in the browser. */
export function createKeptEdits({
  keeper,
  revision,
  kept,
  read,
  onKept,
}: {
  keeper: DraftKeeper;
  revision: number;
  kept: KeptSession | null;
  read: () => { base: FlowDefinition; definition: FlowDefinition; history: History };
  /** Whether the browser had room. */
  onKept: (isKept: boolean) => void;
}): KeptEdits {
  const unsaved = createUnsavedEdits(kept?.edits);
  let start = kept?.start ?? null;
  let sent: readonly number[] = kept?.sentNumbers ?? [];
  let known = { revision, savedEditCount: 0, status: '' };

  const keep = async (): Promise<void> => {
    const isKept = await keeper.keep(() => {
      const edits = unsaved.rows();
      const { base, history } = read();
      const isSaved = edits.length === 0;
      const documents = isSaved ? { base: null, start: null } : { base, start };
      const head = { revision: known.revision, sent: isSaved ? [] : [...sent] };
      return { head, documents, edits, history };
    });
    onKept(isKept);
  };

  return {
    add: (operations) => {
      unsaved.add(operations);
      void keep();
    },
    update: ({ savedEditCount, revision: newRevision, status }) => {
      const isRebased = newRevision !== known.revision;
      const isSaved = status === 'saved' && known.status !== 'saved';
      const isConfirmed = unsaved.confirm(savedEditCount);
      known = { revision: newRevision, savedEditCount, status };
      if (isConfirmed || isRebased) sent = [];
      if (isConfirmed) start = null;
      else if (isRebased) start = { definition: read().definition, number: unsaved.seal() };
      if (isConfirmed || isRebased || isSaved) void keep();
    },
    markSent: () => {
      sent = [...sent, unsaved.seal()].slice(-maxSent);
      return keep();
    },
    list: unsaved.list,
    keep: () => void keep(),
  };
}

/** More unanswered requests than that lie minutes back; the newest contains them all. */
const maxSent = 20;
