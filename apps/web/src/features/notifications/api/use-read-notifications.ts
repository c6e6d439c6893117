import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../shared/api/call-api';
import { queryKeys } from '../../../shared/api/query-keys';
import { markNotificationsRead, type NotificationPages } from '../../../shared/realtime/notification-pages';

/** Marks one notification as read, or all (null): at once, and as it was when the server refuses. */
export function useReadNotifications() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) =>
      callApi('readNotifications', { body: id === null ? { all: true } : { notificationIds: [id] } }),
    onMutate: async (id) => {
      await queryClient.cancelQueries({ queryKey: queryKeys.notifications });
      const readAt = new Date().toISOString();
      queryClient.setQueryData<NotificationPages>(queryKeys.notifications, (data) =>
        data ? markNotificationsRead(data, { ids: id === null ? null : [id], readAt }) : data,
      );
    },
    // What came meanwhile is in neither the answer nor the guess: read again, whatever happened.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.notifications }),
  });
}
