import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

export type ContactFilter = { search: string; tag: string; page: number };

export const contactsPerPage = 50;

/** One page of the contacts of the current account. */
export function useContacts(filter: ContactFilter) {
  const accountId = useAccountId();
  return useQuery({
    queryKey: queryKeys.contactList(accountId, filter),
    queryFn: ({ signal }) =>
      callApi(
        'listContacts',
        { params: { id: accountId }, query: { ...filter, limit: contactsPerPage } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}
