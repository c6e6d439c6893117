import { useCallback } from 'react';
import { findWiringAfterSelection } from '../actions/add-step';
import { useBuilderStore } from '../state/builder-context';
import { useOnceFromAddress } from '../use-once-from-address';

/** Opens the dialog in which steps are described, for a flow that was made to be described in words. */
export function useDescribeAddress(): void {
  const store = useBuilderStore();
  useOnceFromAddress(
    'describe',
    useCallback(() => {
      const { isReadOnly, describe } = store.getState();
      if (!isReadOnly) describe({ wiring: findWiringAfterSelection(store), position: null });
    }, [store]),
  );
}
