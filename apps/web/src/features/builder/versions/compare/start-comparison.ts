import { diffFlows, parseFlowDefinition, type FlowDefinition } from '@instaflow/flow-model';
import { loadVersion } from '../../api/use-versions';
import { showInstead } from '../../overlay/overlay-store';
import type { BuilderContextValue } from '../../state/builder-context';
import { layOutMissing } from '../../tidy/lay-out-missing';
import type { ComparedSide, Comparison } from './comparison';
import { mergeCompared } from './merge-compared';

export type ComparedSides = { before: ComparedSide; after: ComparedSide };
export type LoadedComparison = Comparison & { documents: { before: FlowDefinition; after: FlowDefinition } };

type Session = Pick<BuilderContextValue, 'flowId' | 'store' | 'overlay'>;

/** Reads both documents, the draft as it is on the canvas now, and finds what differs. Throws when one cannot be read. */
export async function loadComparison(
  { flowId, store }: Pick<Session, 'flowId' | 'store'>,
  sides: ComparedSides,
): Promise<LoadedComparison> {
  const [before, after] = await Promise.all(
    [sides.before, sides.after].map(async (side) => {
      if (side === 'draft') return store.getState().definition;
      const parsed = parseFlowDefinition(await loadVersion(flowId, side));
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      return parsed.definition;
    }),
  );
  if (!before || !after) throw new Error('Two documents were asked for');
  const names = [before, after].flatMap(({ nodes }) =>
    nodes.map(({ id, name }) => [id, name || id] as const),
  );
  return {
    ...sides,
    diff: diffFlows(before, after),
    names: Object.fromEntries(names),
    documents: { before, after },
  };
}

/**
 * Draws what differs between two documents on the canvas, for looking only. A dialog that is open stays so below: it is
 * there again afterwards.
 */
export async function startComparison(session: Session, sides: ComparedSides): Promise<void> {
  const { documents, ...comparison } = await loadComparison(session, sides);
  const definition = mergeCompared(documents.before, documents.after);
  const automaticPositions = await layOutMissing(definition);
  const { store, overlay } = session;
  if (store.getState().view !== 'canvas') store.getState().setView('canvas');
  showInstead(overlay, {
    comparison,
    shown: { version: 'comparison', definition, automaticPositions },
  });
}
