import type { FlowSummary } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { callApi } from '../../../shared/api/call-api';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useRefreshFlows } from './use-refresh-flows';

/** Copies one flow, also to another account, and offers to open the copy. Never rejects. */
export function useDuplicate(): (flow: FlowSummary, instagramAccountId?: string) => Promise<void> {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const refresh = useRefreshFlows();
  return async ({ flowId }, instagramAccountId) => {
    try {
      const made = await callApi('duplicateFlow', {
        params: { id: flowId },
        body: instagramAccountId === undefined ? {} : { instagramAccountId },
      });
      const open = () => void navigate(`/accounts/${made.instagramAccountId}/flows/${made.flowId}`);
      toast.success(t('done.duplicated', { name: made.name }), {
        action: { label: t('open'), onClick: open },
      });
      await refresh();
    } catch (error) {
      toast.error(errorText(error));
    }
  };
}
