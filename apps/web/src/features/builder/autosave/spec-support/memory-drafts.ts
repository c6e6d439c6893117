import type { DraftChange, DraftStore, KeptHead, KeptRecord } from '../draft-store';
import type { KeptEdit } from '../unsaved-edits';

type Kept = { head: KeptHead; edits: Map<number, KeptEdit>; steps: Map<number, unknown> };

/** The browser's database as tests have it: a change is written as a whole or not at all. */
export class MemoryDrafts implements DraftStore {
  isFull = false;
  maxSteps = Infinity;
  private sessions = new Map<string, Kept>();

  write = (change: DraftChange): Promise<void> => {
    const next = new Map(this.sessions);
    for (const sessionId of change.forget) next.delete(sessionId);
    const before = next.get(change.sessionId);
    if (change.head) {
      const edits = new Map(before?.edits);
      for (const number of change.edits.drop) edits.delete(number);
      for (const edit of change.edits.put) edits.set(edit.number, edit);
      const steps = new Map(before?.steps);
      for (const place of change.history.drop) steps.delete(place);
      for (const step of change.history.put) steps.set(step.place, step);
      if (this.isFull || steps.size > this.maxSteps) return Promise.reject(new Error('QuotaExceededError'));
      next.set(change.sessionId, { head: change.head, edits, steps });
    }
    this.sessions = next;
    return Promise.resolve();
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
        session: kept?.head,
        edits: [...(kept?.edits.values() ?? [])].toSorted((a, b) => a.number - b.number),
        history: [...(kept?.steps.values() ?? [])],
      }),
    );
  };

  headOf = (sessionId: string): KeptHead | undefined => this.sessions.get(sessionId)?.head;
  unsavedOf = (sessionId: string): KeptEdit[] => [...(this.sessions.get(sessionId)?.edits.values() ?? [])];
}
