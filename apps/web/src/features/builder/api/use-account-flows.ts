import { useQuery } from '@tanstack/react-query';
import { allFlowsQuery } from '../../../shared/flow/all-flows-query';
import { useBuilderSession } from '../state/builder-context';

/** The flows of the account, for steps that lead to another one. */
export function useAccountFlows() {
  const { accountId } = useBuilderSession();
  return useQuery({ ...allFlowsQuery(accountId), select: ({ flows }) => flows });
}
