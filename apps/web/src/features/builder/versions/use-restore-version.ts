import { parseFlowDefinition } from '@instaflow/flow-model';
import { toast } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { loadVersion } from '../api/use-versions';
import { popUndo } from '../history/history';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** Copies a version into the draft, as one edit that can be undone. */
export function useRestoreVersion() {
  const t = useTexts();
  const { flowId, store } = useBuilderSession();
  return useMutation({
    mutationFn: async (version: number) => {
      const parsed = parseFlowDefinition(await loadVersion(flowId, version));
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      store.getState().commit({
        label: { key: 'restoreVersion', values: { version } },
        operations: [{ op: 'replace_document', definition: parsed.definition }],
        select: [],
      });
    },
    onSuccess: (_nothing, version) => {
      store.getState().setDialog(null);
      toast.success(t('versions.restored', { version }), {
        action: {
          label: t('bar.undo'),
          onClick: () => {
            const { history, undo } = store.getState();
            // Not what was done since.
            if (popUndo(history)?.entry.label.key === 'restoreVersion') undo();
          },
        },
      });
    },
  });
}
