import { parseFlowDefinition } from '@instaflow/flow-model';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { callApi } from '../../../shared/api/call-api';
import { keepFlow } from '../api/keep-flow';
import { useFlowChanges } from '../api/use-flow-changes';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { layOutMissing } from '../tidy/lay-out-missing';

/** Out of a conflict without choosing place by place: the newer draft as it is, or mine as a flow of its own. */
export function useOtherWaysOut({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { flowId, accountId, store, autosave } = useBuilderSession();
  const { copy } = useFlowChanges();
  const reload = useMutation({
    mutationFn: async () => {
      const flow = await callApi('getFlow', { params: { id: flowId } });
      const parsed = parseFlowDefinition(flow.flowDefinition);
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      store.getState().replaceDefinition(parsed.definition, await layOutMissing(parsed.definition));
      autosave.reset(flow.revision);
      keepFlow(flow);
    },
    onSuccess: onDone,
  });
  const keepMine = () => {
    copy.mutate(t('conflict.copyName', { name }), {
      onSuccess: (flow) => {
        // The edits are in the copy now: nothing of them is unsaved here.
        autosave.reset(autosave.state().revision);
        onDone();
        void navigate(`/accounts/${accountId}/flows/${flow.flowId}`);
      },
    });
  };
  return { reload, copy, keepMine };
}
