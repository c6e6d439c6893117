import type { DraftChange, DraftStore, KeptDocuments, KeptHead, KeptRecord } from '../draft-store';
import type { KeptEdit } from '../unsaved-edits';

type Kept = {
  head: KeptHead;
  documents: KeptDocuments;
  edits: Map<number, KeptEdit>;
  steps: Map<number, unknown>;
};

/** The browser's database as tests have it: a change is written as a whole or not at all. */
export class MemoryDrafts implements DraftStore {
  isFull = false;
  maxSteps = Infinity;
  /** The server's document of every write that had one. */
  readonly documentWrites: KeptDocuments['base'][] = [];
  /** Writes are done when this is. */
  disk: Promise<void> = Promise.resolve();
  private sessions = new Map<string, Kept>();

  write = async (change: DraftChange): Promise<void> => {
    await this.disk;
    const next = new Map(this.sessions);
    for (const sessionId of change.forget) next.delete(sessionId);
    const before = next.get(change.sessionId);
    const { head, documents = before?.documents, edits, history } = readChange(change, before);
    if (head) {
      if (!documents) throw new Error('A session without its documents');
      if (this.isFull || history.size > this.maxSteps) throw new Error('QuotaExceededError');
      if (change.documents) this.documentWrites.push(change.documents.base);
      next.set(change.sessionId, { head, documents, edits, steps: history });
    }
    this.sessions = next;
  };

  list = (flowKey: string): Promise<unknown[]> =>
    Promise.resolve(
      [...this.sessions.values()].map(({ head }) => head).filter((head) => head.flowKey === flowKey),
    );

  /** As plain data, which is all a database gives back. */
  read = (sessionId: string): Promise<KeptRecord> => {
    const kept = this.sessions.get(sessionId);
    return Promise.resolve(
      structuredClone({
        session: kept && { ...kept.head, ...kept.documents },
        edits: [...(kept?.edits.values() ?? [])].toSorted((a, b) => a.number - b.number),
        history: [...(kept?.steps.values() ?? [])],
      }),
    );
  };

  headOf = (sessionId: string): KeptHead | undefined => this.sessions.get(sessionId)?.head;
  baseOf = (sessionId: string): KeptDocuments['base'] | undefined =>
    this.sessions.get(sessionId)?.documents.base;
  unsavedOf = (sessionId: string): KeptEdit[] => [...(this.sessions.get(sessionId)?.edits.values() ?? [])];
}

function readChange(change: DraftChange, before: Kept | undefined) {
  const edits = new Map(before?.edits);
  for (const number of change.edits.drop) edits.delete(number);
  for (const edit of change.edits.put) edits.set(edit.number, edit);
  const history = new Map(before?.steps);
  for (const place of change.history.drop) history.delete(place);
  for (const step of change.history.put) history.set(step.place, step);
  return { head: change.head, documents: change.documents ?? undefined, edits, history };
}
