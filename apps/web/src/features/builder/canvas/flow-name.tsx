import { useAccountFlows } from '../api/use-account-flows';
import { useTexts } from '../texts/use-texts';

/** The name of another flow of the account. */
export function FlowName({ flowId }: { flowId: string }) {
  const t = useTexts();
  const { data: flows } = useAccountFlows();
  if (!flows) return '…';
  return flows.find((flow) => flow.flowId === flowId)?.name ?? t('card.missingFlow');
}
