import type { DragEvent } from 'react';

/** What is carried onto a folder. */
export type Dragged = { kind: 'flows'; ids: string[] } | { kind: 'folder'; id: string };

const types = { flows: 'application/x-instaflow-flows', folder: 'application/x-instaflow-folder' };

/** Begins to carry flows or a folder. */
export function setDragged({ dataTransfer }: DragEvent, dragged: Dragged): void {
  const ids = dragged.kind === 'flows' ? dragged.ids : [dragged.id];
  dataTransfer.setData(types[dragged.kind], ids.join(','));
  dataTransfer.effectAllowed = 'move';
}

/** Whether what is carried is ours. Until it is dropped browsers tell its type only. */
export const isDragged = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer.types.includes(types.flows) || dataTransfer.types.includes(types.folder);

/** What was dropped; null when it is nothing of ours. */
export function readDragged({ dataTransfer }: DragEvent): Dragged | null {
  const flows = dataTransfer.getData(types.flows);
  if (flows) return { kind: 'flows', ids: flows.split(',') };
  const folder = dataTransfer.getData(types.folder);
  return folder ? { kind: 'folder', id: folder } : null;
}
