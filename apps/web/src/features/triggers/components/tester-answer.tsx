import { Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { ApiOutput } from '../../../shared/api/api-types';
import { CandidateList } from '../../../shared/trace/candidate-list';
import { useAllFlows } from '../../../shared/flow/use-all-flows';

export type TesterAnswerProps = { answer: ApiOutput<'resolveTriggers'> };

/** What would answer, and everything that was considered. */
export function TesterAnswer({ answer }: TesterAnswerProps) {
  const { t } = useTranslation('triggers');
  const flows = useAllFlows().data?.flows;
  const chosen = answer.candidates.find((candidate) => candidate.outcome === 'chosen');
  const flowName = flows?.find(({ flowId }) => flowId === answer.flowId)?.name;
  return (
    <div className="flex flex-col gap-3 pt-1">
      {answer.triggerId !== null || (chosen && chosen.kind !== 'nothing') ? (
        <Notice tone="success">
          {t('tester.starts', { name: flowName ?? chosen?.name ?? chosen?.kind ?? '' })}
        </Notice>
      ) : (
        <Notice tone="warning">{t('tester.nothing')}</Notice>
      )}
      <h3 className="text-sm font-medium">{t('tester.candidates')}</h3>
      <CandidateList candidates={answer.candidates} />
    </div>
  );
}
