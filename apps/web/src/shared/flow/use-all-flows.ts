import { useQuery } from '@tanstack/react-query';
import { useAccountId } from '../account/use-account-id';
import { allFlowsQuery } from './all-flows-query';

/** The flows of the current account, to choose from. */
export const useAllFlows = () => useQuery(allFlowsQuery(useAccountId()));
