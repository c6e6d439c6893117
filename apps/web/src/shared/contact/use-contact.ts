import { useQuery } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import { queryKeys } from '../api/query-keys';

/** One contact. */
export function useContact(contactId: string) {
  return useQuery({
    queryKey: queryKeys.contact(contactId),
    queryFn: ({ signal }) => callApi('getContact', { params: { id: contactId } }, { signal }),
    enabled: contactId !== '',
  });
}
