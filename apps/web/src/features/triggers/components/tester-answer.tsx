import { Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccountId } from '../../../shared/account/use-account-id';
import type { ApiOutput } from '../../../shared/api/api-types';
import { useAllFlows } from '../../../shared/flow/use-all-flows';
import { CandidateList } from '../../../shared/trace/candidate-list';

export type TesterAnswerProps = { answer: ApiOutput<'resolveTriggers'> };

/** What would answer, and everything that was considered. */
export function TesterAnswer({ answer }: TesterAnswerProps) {
  const { t } = useTranslation('triggers');
  return (
    <div className="flex flex-col gap-3 pt-1">
      <Verdict answer={answer} />
      <h3 className="text-sm font-medium">{t('tester.candidates')}</h3>
      <CandidateList candidates={answer.candidates} />
    </div>
  );
}

/** No flow begins: the one the contact is in takes the answer. */
const kindsOfRuns: readonly string[] = ['waiting_run', 'invalid_input'];

function Verdict({ answer: { flowId, triggerId, candidates } }: TesterAnswerProps) {
  const { t } = useTranslation('triggers');
  const flows = useAllFlows().data?.flows;
  const chosen = candidates.find(({ outcome, kind }) => outcome === 'chosen' && kind !== 'nothing');
  if (triggerId === null && !chosen) return <Notice tone="warning">{t('tester.nothing')}</Notice>;
  const name = flows?.find((known) => known.flowId === flowId)?.name ?? nameOf(chosen);
  const goesOn = chosen !== undefined && kindsOfRuns.includes(chosen.kind);
  return (
    <Notice tone="success">
      {goesOn ? t('tester.goesOn', { name }) : t('tester.starts', { name })}{' '}
      {flowId !== null && <FlowLink flowId={flowId} />}
    </Notice>
  );
}

const nameOf = (chosen: TesterAnswerProps['answer']['candidates'][number] | undefined): string =>
  chosen?.name ?? chosen?.kind ?? '';

function FlowLink({ flowId }: { flowId: string }) {
  const { t } = useTranslation('triggers');
  const accountId = useAccountId();
  return (
    <Link to={`/accounts/${accountId}/flows/${flowId}`} className="font-medium underline underline-offset-2">
      {t('tester.open')}
    </Link>
  );
}
