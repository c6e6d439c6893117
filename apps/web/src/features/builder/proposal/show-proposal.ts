import { applyOperations } from '@instaflow/flow-model';
import { showInstead } from '../overlay/overlay-store';
import type { BuilderContextValue } from '../state/builder-context';
import { findDraft } from './find-draft';
import { placeProposal } from './place-proposal';
import type { ShownProposal } from './shown-proposal';

/** The flow cannot take the drafted steps; the message says why. */
export class StepsRefused extends Error {}

/**
 * Draws drafted steps among those of the draft, as they would be in it, for looking only. Throws `StepsRefused`. The
 * dialog they were described in is closed.
 */
export function showProposal(
  session: BuilderContextValue,
  { drafted, Bar }: Pick<ShownProposal, 'drafted' | 'Bar'>,
): void {
  const { overlay, store } = session;
  const draft = findDraft(session);
  const { definition, automaticPositions, view, setView } = draft.store.getState();
  const { operations, steps } = placeProposal({ definition, automaticPositions }, drafted);
  const applied = applyOperations(definition, operations);
  if (!applied.ok) throw new StepsRefused(applied.problem.message);
  const viewBefore = overlay.getState().proposal?.viewBefore ?? view;
  store.getState().setDialog(null);
  setView('canvas');
  showInstead(overlay, {
    proposal: { drafted, nodeIds: steps.map(({ id }) => id), draft, viewBefore, Bar },
    shown: { version: 'proposal', definition: applied.definition, automaticPositions },
  });
}
