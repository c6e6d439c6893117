import { useMutation } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import type { ApiInput } from '../../../shared/api/api-types';
import { callApi } from '../../../shared/api/call-api';
import { useRefreshFlows } from '../api/use-refresh-flows';
import { emptyMapping, type FlowMapping } from './flow-mapping';

export type ImportedBundle = ApiInput<'importFlows'>['body']['bundle'];

/** Asks what flows of a file need, and makes them. */
export function useImport() {
  const accountId = useAccountId();
  const refresh = useRefreshFlows();
  const params = { id: accountId };
  return {
    check: useMutation({
      mutationFn: (bundle: ImportedBundle) =>
        callApi('importFlows', { params, body: { bundle, mapping: emptyMapping, dryRun: true } }),
    }),
    make: useMutation({
      mutationFn: ({ bundle, mapping }: { bundle: ImportedBundle; mapping: FlowMapping }) =>
        callApi('importFlows', { params, body: { bundle, mapping, dryRun: false } }),
      onSuccess: () => refresh(),
    }),
  };
}
