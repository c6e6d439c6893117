import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../../../shared/api/call-api';
import { queryKeys } from '../../../../shared/api/query-keys';

/** Ice breakers and menu of the account, in the locale that everybody sees. */
export function useMessengerProfile(accountId: string) {
  const breakers = useQuery({
    queryKey: queryKeys.iceBreakers(accountId),
    queryFn: ({ signal }) => callApi('getIceBreakers', { params: { id: accountId } }, { signal }),
  });
  const menu = useQuery({
    queryKey: queryKeys.menu(accountId),
    queryFn: ({ signal }) => callApi('getPersistentMenu', { params: { id: accountId } }, { signal }),
  });
  const sets = breakers.data?.sets;
  const menus = menu.data?.menus;
  const data = useMemo(
    () =>
      sets &&
      menus && {
        iceBreakers: sets.find(({ locale }) => locale === 'default')?.items ?? [],
        menuItems: menus.find(({ locale }) => locale === 'default')?.items ?? [],
      },
    [sets, menus],
  );
  return {
    data,
    isError: breakers.isError || menu.isError,
    error: breakers.error ?? menu.error,
    refetch: () => Promise.all([breakers.refetch(), menu.refetch()]),
  };
}
