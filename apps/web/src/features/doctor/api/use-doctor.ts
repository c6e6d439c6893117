import type { DoctorFixId } from '@instaflow/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

/** The last report on the connection of the current account. */
export function useDoctorReport() {
  const id = useAccountId();
  return useQuery({
    queryKey: queryKeys.doctor(id),
    queryFn: ({ signal }) => callApi('getDoctorReport', { params: { id } }, { signal }),
  });
}

/** Checks anew, and does something about a finding. Logging in again leads away to Instagram. */
export function useDoctorActions() {
  const id = useAccountId();
  const queryClient = useQueryClient();
  const readAccounts = () => queryClient.invalidateQueries({ queryKey: queryKeys.accounts });
  return {
    run: useMutation({
      mutationFn: () => callApi('runDoctor', { params: { id } }),
      onSuccess: (report) => {
        queryClient.setQueryData(queryKeys.doctor(id), report);
        return readAccounts();
      },
    }),
    fix: useMutation({
      mutationFn: (fixId: DoctorFixId) => callApi('fixConnection', { params: { id }, body: { fixId } }),
      onSuccess: ({ authorizeUrl, report }) => {
        queryClient.setQueryData(queryKeys.doctor(id), report);
        void queryClient.invalidateQueries({ queryKey: queryKeys.recovery(id) });
        if (authorizeUrl !== null) window.location.assign(authorizeUrl);
        return readAccounts();
      },
    }),
  };
}
