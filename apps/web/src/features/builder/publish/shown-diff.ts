/** What happened to a step as a key of the catalogue and its values. */
export type ShownWords = { key: string; values: Record<string, string> };
type Ref = { nodeId: string; name: string; type: string };

/** A diff as a list of changes needs it, be it from the server or found in the browser. */
export type ShownDiff = {
  added: readonly Ref[];
  removed: readonly Ref[];
  changed: readonly (Ref & { words: readonly ShownWords[] })[];
  moved: readonly Ref[];
  start: { before: string; after: string } | null;
  document: readonly { path: readonly string[] }[];
};

export type ShownChange = Ref & {
  change: 'added' | 'changed' | 'removed';
  words: readonly ShownWords[];
};

/** Everything that is more than a place on the canvas, step by step: changed ones first, since they surprise most. */
export function listChanges({ added, removed, changed }: ShownDiff): ShownChange[] {
  return [
    ...changed.map((node): ShownChange => ({ ...node, change: 'changed' })),
    ...removed.map((node): ShownChange => ({ ...node, change: 'removed', words: [] })),
    ...added.map((node): ShownChange => ({ ...node, change: 'added', words: [] })),
  ];
}
