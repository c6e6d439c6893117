import { useEffect } from 'react';
import { useAccountFlows } from '../api/use-account-flows';
import { useFlowTriggers } from '../api/use-flow-triggers';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { requestValidation } from './request-validation';

const idleMs = 150;

/** Keeps the list of problems up to date: 150 ms after the last change, off the main thread. */
export function useValidation(): void {
  const { store, flowId } = useBuilderSession();
  const definition = useBuilder((state) => state.definition);
  const { data: flows } = useAccountFlows();
  const { data: triggers } = useFlowTriggers().list;

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void requestValidation({
        definition,
        flowId,
        flowIds: flows?.map((flow) => flow.flowId),
        triggerTypes: triggers?.map(({ type }) => type),
      }).then(
        (problems) => {
          if (isCurrent) store.getState().setProblems(problems);
        },
        // The server checks again before it publishes; until then the last known problems stay.
        () => undefined,
      );
    }, idleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [definition, flowId, flows, triggers, store]);
}
