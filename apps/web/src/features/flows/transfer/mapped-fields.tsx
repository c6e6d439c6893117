import { Field, Input } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { useAllFlows } from '../../../shared/flow/use-all-flows';
import { SearchSelect } from '../../builder/search/search-select';
import type { FlowMapping, MappedKind } from './flow-mapping';

type MappingProps = {
  mapping: FlowMapping;
  onMap: (entry: { kind: MappedKind; name: string; value: string }) => void;
};

export type MappedFieldProps = MappingProps & {
  kind: MappedKind;
  name: string;
  label: string;
  isUrl?: boolean;
  isSecret?: boolean;
};

/** What stands for a name of the file in this account. */
export function MappedField({ kind, name, label, isUrl, isSecret, mapping, onMap }: MappedFieldProps) {
  return (
    <Field label={<span className="font-normal break-all text-ink-muted">{label}</span>}>
      <Input
        type={isSecret ? 'password' : isUrl ? 'url' : 'text'}
        value={mapping[kind][name] ?? (isSecret || kind === 'posts' ? '' : name)}
        placeholder={isUrl ? 'https://' : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onMap({ kind, name, value: event.target.value })}
      />
    </Field>
  );
}

const none = 'none';

/** The flow of this account that stands for one the file only goes to. */
export function SubFlowField({ flowId, mapping, onMap }: MappingProps & { flowId: string }) {
  const { t } = useTranslation('flows');
  const flows = useAllFlows().data?.flows ?? [];
  return (
    <Field label={<span className="font-normal break-all text-ink-muted">{flowId}</span>}>
      <SearchSelect
        searchLabel={t('needs.searchFlow')}
        emptyText={t('needs.noSuchFlow')}
        value={mapping.flows[flowId] ?? none}
        options={[
          { value: none, label: t('needs.noFlow') },
          ...flows.map((flow) => ({ value: flow.flowId, label: flow.name })),
        ]}
        onChange={(value) => onMap({ kind: 'flows', name: flowId, value: value === none ? '' : value })}
      />
    </Field>
  );
}
