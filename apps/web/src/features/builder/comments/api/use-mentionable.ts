import type { CommentPerson } from '@instaflow/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';
import { commentKeys } from './comment-keys';

/** As many as the server answers at a time: fewer are all there are. */
const fullAnswer = 20;

/** Members whose name has `search` in it; nobody while nothing is looked for (null). */
export function useMentionable(search: string | null): readonly CommentPerson[] {
  const first = useMembers('', search !== null);
  const areAllKnown = first !== undefined && first.length < fullAnswer;
  const found = useMembers(search ?? '', search !== null && first !== undefined && !areAllKnown);
  if (search === null || first === undefined) return [];
  if (!areAllKnown) return found ?? [];
  const wanted = search.toLocaleLowerCase();
  return first.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
}

function useMembers(search: string, isWanted: boolean): CommentPerson[] | undefined {
  const { flowId } = useBuilderSession();
  const { data } = useQuery({
    queryKey: commentKeys.members(flowId, search),
    queryFn: async ({ signal }) => {
      const input = { params: { id: flowId }, query: { search } };
      return (await callApi('listMentionableMembers', input, { signal })).members;
    },
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return data;
}
