import type { Contact } from '@instaflow/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/call-api';
import type { ApiInput } from '../api/api-types';
import { queryKeys } from '../api/query-keys';

/** Changes of one contact; what is shown of it follows at once. */
export function useContactActions({ contactId, instagramAccountId }: Contact) {
  const queryClient = useQueryClient();
  const key = queryKeys.contact(contactId);
  const params = { id: contactId };
  const rereadLists = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.contacts(instagramAccountId), refetchType: 'none' });
  const onContact = (contact: Contact) => {
    queryClient.setQueryData(key, contact);
    void rereadLists();
  };
  const onTags = ({ tags }: { tags: string[] }) => {
    queryClient.setQueryData<Contact>(key, (contact) => (contact ? { ...contact, tags } : contact));
    void rereadLists();
  };
  return {
    update: useMutation({
      mutationFn: (body: ApiInput<'updateContact'>['body']) => callApi('updateContact', { params, body }),
      onSuccess: onContact,
    }),
    addTag: useMutation({
      mutationFn: (tag: string) => callApi('addContactTags', { params, body: { tags: [tag] } }),
      onSuccess: onTags,
    }),
    removeTag: useMutation({
      mutationFn: (tag: string) => callApi('removeContactTags', { params, body: { tags: [tag] } }),
      onSuccess: onTags,
    }),
    pause: useMutation({
      mutationFn: (minutes: number | null) =>
        callApi('pauseContactAutomation', { params, body: { minutes } }),
      onSuccess: onContact,
    }),
  };
}
