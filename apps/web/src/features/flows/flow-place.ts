/** Which part of the flows is looked at. */
export type FlowPlace = { kind: 'all' } | { kind: 'archived' } | { kind: 'folder'; folderId: string };

/** The place as the address names it: nothing, `archived`, `none` for flows in no folder, or the id of a folder. */
export function readPlace(value: string): FlowPlace {
  if (value === '') return { kind: 'all' };
  return value === 'archived' ? { kind: 'archived' } : { kind: 'folder', folderId: value };
}
