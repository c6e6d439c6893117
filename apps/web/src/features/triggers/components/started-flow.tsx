import type { Trigger } from '@instaflow/contracts';
import { Badge } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFlowStates } from '../hooks/use-flow-states';

/** The flow a trigger starts, and why it does not while it is not live. */
export function StartedFlow({ trigger }: { trigger: Trigger }) {
  const { t } = useTranslation('triggers');
  const state = useFlowStates().silentState(trigger.flowId);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Link
        to={`/accounts/${trigger.instagramAccountId}/flows/${trigger.flowId}`}
        className="max-w-full truncate py-0.5 hover:underline"
        title={trigger.flowName}
      >
        {trigger.flowName}
      </Link>
      {state && <Badge>{t(`flowState.${state}`)}</Badge>}
    </span>
  );
}
