import type { FlowOperation } from '@instaflow/flow-model';
import { mergeOperations } from '../history/merge-operations';

export type UnsavedEdits = {
  add: (operations: FlowOperation[]) => void;
  /** Forgets the edits the server has confirmed; true when that changed anything. */
  confirm: (savedEditCount: number) => boolean;
  list: () => FlowOperation[];
};

/** The edits that exist only in this browser, in order; typing is kept merged so that the list stays short. */
export function createUnsavedEdits(): UnsavedEdits {
  let edits: { number: number; operations: FlowOperation[] }[] = [];
  let lastNumber = 0;
  return {
    add: (operations) => {
      lastNumber += 1;
      edits.push({ number: lastNumber, operations });
    },
    confirm: (savedEditCount) => {
      const before = edits.length;
      edits = edits.filter(({ number }) => number > savedEditCount);
      return edits.length !== before;
    },
    list: () => mergeOperations(edits.flatMap(({ operations }) => operations)),
  };
}
