import { Badge, Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { ImportError } from './import-error';
import { listMissing, type FlowMapping, type MappedKind, type Requirements } from './flow-mapping';
import { RequirementList } from './requirement-list';
import type { ImportedBundle } from './use-import';

export type ManifestStepProps = {
  bundle: ImportedBundle;
  requirements: Requirements;
  mapping: FlowMapping;
  error: unknown;
  onMap: (entry: { kind: MappedKind; name: string; value: string }) => void;
};

/** What is in a file and what it needs. */
export function ManifestStep({ bundle, requirements, mapping, error, onMap }: ManifestStepProps) {
  const { t } = useTranslation('flows');
  const missing = listMissing(requirements, mapping);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {bundle.flows.map((flow) => (
          <li key={flow.id} className="flex flex-wrap items-center gap-2 px-3 py-2">
            <span className="min-w-0 flex-1 font-medium break-words">{flow.name}</span>
            <Badge>{t('import.triggers', { count: flow.triggers?.length ?? 0 })}</Badge>
            <Badge>{t('gallery.tests', { count: flow.tests?.length ?? 0 })}</Badge>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-muted">{t('import.asDraft')}</p>
      <RequirementList requirements={requirements} mapping={mapping} onMap={onMap} />
      {missing.length > 0 && <Notice tone="warning">{t('import.missing')}</Notice>}
      <ImportError error={error} />
    </div>
  );
}
