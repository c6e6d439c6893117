import type { FlowVersion } from '@instaflow/contracts';
import { Badge, Button, IconButton } from '@instaflow/ui';
import { GitCompareArrows } from 'lucide-react';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useTexts } from '../texts/use-texts';
import type { useRestoreVersion } from './use-restore-version';
import { VersionNote } from './version-note';
import { useVersionTexts } from './version-texts';

export type VersionRowProps = {
  version: FlowVersion;
  /** Null for those who may only look. */
  restore: ReturnType<typeof useRestoreVersion> | null;
  onCompare: (() => void) | null;
};

/** One version: when, by whom, why, how big, who is in it, and what can be done with it. */
export function VersionRow({ version, restore, onCompare }: VersionRowProps) {
  const t = useTexts();
  const { version: number, isLive } = version;
  const versionText = useVersionTexts();
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3 last:border-0">
      <div className="flex items-center gap-2">
        <span className="font-medium">{t('versions.version', { version: number })}</span>
        {isLive && (
          <Badge tone="success" hasDot>
            {t('versions.live')}
          </Badge>
        )}
        <span className="ml-auto flex items-center gap-1">
          {onCompare && (
            <IconButton
              size="sm"
              label={versionText('compare.withDraft', { version: number })}
              onClick={onCompare}
            >
              <GitCompareArrows aria-hidden="true" />
            </IconButton>
          )}
          {restore && (
            <Button
              size="sm"
              aria-label={t('versions.restore', { version: number })}
              isBusy={restore.isPending && restore.variables === number}
              onClick={() => {
                restore.mutate(number);
              }}
            >
              {t('versions.restoreShort')}
            </Button>
          )}
        </span>
      </div>
      <VersionNote version={version} canEdit={restore !== null} />
      <VersionFacts version={version} />
    </li>
  );
}

function VersionFacts({
  version: { createdAt, publishedByName, stepCount, runningCount },
}: {
  version: FlowVersion;
}) {
  const t = useVersionTexts();
  return (
    <p className="flex flex-wrap gap-x-1.5 text-xs text-ink-muted">
      <TimeAgo at={createdAt} />
      {publishedByName !== null && <span>{t('by', { name: publishedByName })}</span>}
      <span>· {t('steps', { count: stepCount })}</span>
      {runningCount > 0 && (
        <span className="font-medium text-ink">· {t('people', { count: runningCount })}</span>
      )}
    </p>
  );
}
