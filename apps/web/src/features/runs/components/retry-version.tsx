import { Field, Select } from '@instaflow/ui';
import { useFlowVersions } from '../../../shared/flow/use-flow-versions';
import type { CommandedRun } from '../api/use-run-command';
import { listRetryVersions } from '../list-retry-versions';
import { useRunTexts } from '../use-run-texts';

export type RetryVersionProps = {
  run: CommandedRun;
  /** Null for its own. */
  chosen: number | null;
  onChange: (version: number | null) => void;
};

const ownValue = 'own';

/** In which version the failed step is tried again; nothing where the flow has only the one. */
export function RetryVersion({ run, chosen, onChange }: RetryVersionProps) {
  const { flowId, version: own = null } = run;
  const t = useRunTexts();
  const versions = useFlowVersions(flowId);
  if (versions.error) return <p className="text-sm text-ink-muted">{t('retryVersion.failed')}</p>;
  const others = listRetryVersions(versions.data ?? [], own);
  if (others.length === 0) return null;
  const options = [
    {
      value: ownValue,
      label: own === null ? t('retryVersion.ownUnknown') : t('retryVersion.own', { version: own }),
    },
    ...others.map(({ version, isLive }) => ({
      value: String(version),
      label: isLive ? t('retryVersion.live', { version }) : t('retryVersion.other', { version }),
    })),
  ];
  return (
    <Field label={t('retryVersion.label')} hint={t('retryVersion.hint')}>
      <Select
        value={chosen === null ? ownValue : String(chosen)}
        options={options}
        onChange={(value) => onChange(value === ownValue ? null : Number(value))}
      />
    </Field>
  );
}
