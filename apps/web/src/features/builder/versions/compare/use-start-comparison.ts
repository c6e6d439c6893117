import { useMutation } from '@tanstack/react-query';
import { useBuilderSession } from '../../state/builder-context';
import { startComparison, type ComparedSides } from './start-comparison';

/** Draws what differs on the canvas; its error says why it could not be. */
export function useStartComparison() {
  const session = useBuilderSession();
  return useMutation({ mutationFn: (sides: ComparedSides) => startComparison(session, sides) });
}
