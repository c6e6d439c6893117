import type { NodeOf } from '@instaflow/flow-model';
import { Notice } from '@instaflow/ui';
import { useAccountFlows } from '../../api/use-account-flows';
import { SearchSelect } from '../../search/search-select';
import { useBuilderSession } from '../../state/builder-context';
import { useTexts } from '../../texts/use-texts';
import { StepField } from '../fields/step-field';
import { useStepEdit } from '../use-step-edit';

/** Which flow goes on from here. */
export function GoToFlowForm({ node }: { node: NodeOf<'go_to_flow'> }) {
  const t = useTexts();
  const { flowId: ownId } = useBuilderSession();
  const edit = useStepEdit(node.id);
  const { data: flows, isError } = useAccountFlows();
  if (isError) return <Notice tone="danger">{t('fields.flowsFailed')}</Notice>;
  const options = (flows ?? [])
    .filter(({ flowId }) => flowId !== ownId)
    .map(({ flowId, name }) => ({ value: flowId, label: name }));
  const isMissing = node.flowId && flows && !options.some(({ value }) => value === node.flowId);
  const shown = isMissing
    ? [...options, { value: node.flowId ?? '', label: t('card.missingFlow') }]
    : options;
  return (
    <StepField
      nodeId={node.id}
      path="flowId"
      label={t('fields.flow')}
      hint={flows && options.length === 0 ? t('fields.noFlows') : null}
    >
      <SearchSelect
        searchLabel={t('fields.searchFlow')}
        emptyText={t('fields.noSuchFlow')}
        value={node.flowId ?? ''}
        placeholder={t('fields.chooseFlow')}
        options={shown}
        onChange={(flowId) => {
          edit({ flowId });
        }}
      />
    </StepField>
  );
}
