import { useEffect } from 'react';
import { useBuilderSession } from '../../state/builder-context';
import { readBreakpoints } from './stored-breakpoints';

/** Brings the breakpoints back that this browser keeps of the flow. */
export function useKeptBreakpoints(): void {
  const { store, flowId } = useBuilderSession();
  useEffect(() => {
    store.getState().setBreakpoints(readBreakpoints(flowId));
  }, [store, flowId]);
}
