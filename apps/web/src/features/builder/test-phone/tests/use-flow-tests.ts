import type { SavedFlowTest } from '@instaflow/contracts';
import type { FlowTest } from '@instaflow/flow-model';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../shared/api/call-api';
import { useBuilderSession } from '../../state/builder-context';

const keyOf = (flowId: string) => ['flow-tests', flowId] as const;

/** The saved conversations of the flow, oldest first, and what can be done with them. */
export function useFlowTests() {
  const { flowId } = useBuilderSession();
  const queryClient = useQueryClient();
  const patch = (change: (tests: SavedFlowTest[]) => SavedFlowTest[]) => {
    queryClient.setQueryData<SavedFlowTest[]>(keyOf(flowId), (tests) => tests && change(tests));
    // What was found out about publishing counted on the tests as they were.
    queryClient.removeQueries({ queryKey: ['publish-preview', flowId] });
  };
  const list = useQuery({
    queryKey: keyOf(flowId),
    queryFn: async ({ signal }) => {
      const { tests } = await callApi('listFlowTests', { params: { id: flowId } }, { signal });
      return tests;
    },
  });
  const create = useMutation({
    mutationFn: (test: FlowTest) => callApi('createFlowTest', { params: { id: flowId }, body: { test } }),
    onSuccess: (saved) => {
      patch((tests) => [...tests, saved]);
    },
  });
  const update = useMutation({
    mutationFn: ({ testId, test }: { testId: string; test: FlowTest }) =>
      callApi('updateFlowTest', { params: { id: flowId, testId }, body: { test } }),
    onSuccess: (saved) => {
      patch((tests) => tests.map((known) => (known.testId === saved.testId ? saved : known)));
    },
  });
  const remove = useMutation({
    mutationFn: (testId: string) => callApi('deleteFlowTest', { params: { id: flowId, testId } }),
    onSuccess: (_nothing, testId) => {
      patch((tests) => tests.filter((known) => known.testId !== testId));
    },
  });
  return { list, create, update, remove };
}
