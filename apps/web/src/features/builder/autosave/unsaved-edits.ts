import type { FlowOperation } from '@instaflow/flow-model';
import { mergeOperations } from '../history/merge-operations';

/** An edit; its number is how many had been made with it. */
export type KeptEdit = { number: number; operations: FlowOperation[] };

export type UnsavedEdits = {
  add: (operations: FlowOperation[]) => void;
  /** Forgets the edits the server has confirmed; true when that changed anything. */
  confirm: (savedEditCount: number) => boolean;
  /** The document as it is now was sent or replaced: no later edit is merged into those so far. Answers their number. */
  seal: () => number;
  list: () => FlowOperation[];
  rows: () => readonly KeptEdit[];
};

/** The edits that exist only in this browser, in order; typing is kept merged so that the list stays short. */
export function createUnsavedEdits(kept: readonly KeptEdit[] = []): UnsavedEdits {
  let edits = [...kept];
  let lastNumber = edits.at(-1)?.number ?? 0;
  let sealedNumber = lastNumber;
  return {
    add: (operations) => {
      lastNumber += 1;
      const last = edits.at(-1);
      const joined =
        last && last.number > sealedNumber ? mergeOperations([...last.operations, ...operations]) : null;
      const isJoined = last !== undefined && joined !== null && joined.length <= last.operations.length;
      if (isJoined) edits = [...edits.slice(0, -1), { number: lastNumber, operations: joined }];
      else edits = [...edits, { number: lastNumber, operations }];
    },
    confirm: (savedEditCount) => {
      const before = edits.length;
      edits = edits.filter(({ number }) => number > savedEditCount);
      return edits.length !== before;
    },
    seal: () => {
      sealedNumber = lastNumber;
      return lastNumber;
    },
    list: () => mergeOperations(edits.flatMap(({ operations }) => operations)),
    rows: () => edits,
  };
}
