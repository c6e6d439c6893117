import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';

const shown = 8;

/** A few contacts of the account whose names fit; the latest ones without a search. */
export function useFoundContacts(search: string) {
  const accountId = useAccountId();
  const filter = { search, limit: shown };
  return useQuery({
    queryKey: queryKeys.contactList(accountId, filter),
    queryFn: ({ signal }) =>
      callApi('listContacts', { params: { id: accountId }, query: filter }, { signal }),
    select: ({ contacts }) => contacts,
    placeholderData: keepPreviousData,
  });
}
