import { useMemo } from 'react';
import { useAccountFlows } from '../api/use-account-flows';
import { useFlowTriggers } from '../api/use-flow-triggers';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useLinkedFlows } from './use-linked-flows';
import type { ValidationInput } from './validation-input';

/** The document as it is and all that is known around it. */
export function useValidationInput(): ValidationInput {
  const { flowId } = useBuilderSession();
  const definition = useBuilder((state) => state.definition);
  const { data: flows } = useAccountFlows();
  const { data: triggers } = useFlowTriggers().list;
  const linkedFlows = useLinkedFlows();
  return useMemo(
    () => ({
      definition,
      flowId,
      ...(flows ? { flowIds: flows.map((flow) => flow.flowId) } : {}),
      ...(triggers ? { triggerTypes: triggers.map(({ type }) => type) } : {}),
      ...(linkedFlows ? { linkedFlows } : {}),
    }),
    [definition, flowId, flows, triggers, linkedFlows],
  );
}
