import type { FlowSummary } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { downloadJson } from './download-json';
import { fileName } from './file-name';
import type { joinExports } from './join-exports';

/** Saves flows, with the flows they go to and the list of what they need, as one file. Never rejects. */
export function useExport(): (flows: readonly FlowSummary[]) => Promise<void> {
  const { t } = useTranslation('flows');
  const errorText = useErrorText();
  return async (flows) => {
    try {
      const bundles = [];
      for (const { flowId } of flows) bundles.push(await callApi('exportFlow', { params: { id: flowId } }));
      const [first, ...others] = bundles;
      if (!first) return;
      const file = others.length === 0 ? first : await joinLater([first, ...others]);
      downloadJson(fileName(flows.map(({ name }) => name)), file);
      toast.success(t('done.exported', { count: file.flows.length }));
    } catch (error) {
      toast.error(errorText(error));
    }
  };
}

/** Loads the flow model on demand: the list of flows does without it. */
async function joinLater(bundles: Parameters<typeof joinExports>[0]) {
  const joining = await import('./join-exports');
  return joining.joinExports(bundles);
}
