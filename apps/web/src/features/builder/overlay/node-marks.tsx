import type { NodeMarksProps } from './overlay-store';
import { ProposalMarks } from '../proposal/proposal-marks';
import { DiffMarks } from '../versions/compare/diff-marks';
import { NumberChips } from './numbers/number-chips';
import { PathMarks } from './trace/path-marks';
import { useNodeMark } from './use-overlay';

/** What the overlay draws on a card; of a card too small to be read, only the essentials. */
export function NodeMarks({ nodeId, isFlat }: NodeMarksProps) {
  const mark = useNodeMark(nodeId);
  if (mark === null) return null;
  switch (mark.kind) {
    case 'numbers':
      return <NumberChips nodeId={nodeId} mark={mark} isFlat={isFlat} />;
    case 'path':
      return <PathMarks mark={mark} isFlat={isFlat} />;
    case 'diff':
      return <DiffMarks mark={mark} isFlat={isFlat} />;
    case 'proposal':
      return <ProposalMarks mark={mark} isFlat={isFlat} />;
  }
}
