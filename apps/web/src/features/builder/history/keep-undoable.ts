import type { FlowOperation } from '@instaflow/flow-model';
import type { History, HistoryEntry } from './history';

/**
 * What may still be undone after somebody else's changes came in: everything after the last edit that replaced the
 * whole document, because taking that one back would take theirs back too.
 */
export function keepUndoable({ past, future }: History): History {
  const last = past.findLastIndex(replacesAll);
  const blocked = future.findLastIndex(replacesAll);
  return {
    past: last < 0 ? past : past.slice(last + 1),
    future: blocked < 0 ? future : future.slice(blocked + 1),
  };
}

function replacesAll({ operations, inverse }: HistoryEntry): boolean {
  const isWhole = ({ op }: FlowOperation) => op === 'replace_document';
  return operations.some(isWhole) || inverse.some(isWhole);
}
