import type { Flow, FlowVersion } from '@instaflow/contracts';
import { Button, Notice, SkeletonRows } from '@instaflow/ui';
import { GitCompareArrows } from 'lucide-react';
import { useRef, useState } from 'react';
import { useErrorText } from '../../../shared/components/use-error-text';
import { useVersions } from '../api/use-versions';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { CompareForm } from './compare-form';
import type { ComparedSides } from './compare/start-comparison';
import { DiscardDraft } from './discard-draft';
import { DiscardedDrafts } from './discarded-drafts';
import { useRestoreVersion } from './use-restore-version';
import { VersionRow } from './version-row';
import { useVersionTexts } from './version-texts';

/** The draft, every version with what can be done with it, and the drafts thrown away. */
export function VersionsPanel({ flow }: { flow: Flow }) {
  const t = useTexts();
  const errorText = useErrorText();
  const versions = useVersions();
  if (versions.isPending) return <SkeletonRows label={t('loading')} />;
  if (versions.isError) {
    const retry = (
      <Button size="sm" onClick={() => void versions.refetch()}>
        {t('retry')}
      </Button>
    );
    return (
      <Notice tone="danger" role="alert" action={retry}>
        {t('versions.failed')} {errorText(versions.error)}
      </Notice>
    );
  }
  return <LoadedPanel flow={flow} versions={versions.data} />;
}

function LoadedPanel({ flow, versions }: { flow: Flow; versions: readonly FlowVersion[] }) {
  const t = useTexts();
  const versionText = useVersionTexts();
  const errorText = useErrorText();
  const restore = useRestoreVersion();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  // While another document is on the canvas, it is no draft to compare with.
  const isDraftShown = useOverlay((state) => state.shown === null);
  const [sides, setSides] = useState<ComparedSides | null>(null);
  const form = useRef<HTMLElement>(null);
  const compare = (next: ComparedSides) => {
    setSides(next);
    requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t('versions.description')}</p>
      {restore.isError && (
        <Notice tone="danger" role="alert">
          {t('versions.restoreFailed', { reason: errorText(restore.error) })}
        </Notice>
      )}
      {isDraftShown && versions.length > 0 && (
        <Button
          size="sm"
          className="self-start"
          aria-expanded={sides !== null}
          onClick={() => {
            setSides(sides === null ? suggestSides(flow, versions) : null);
          }}
        >
          <GitCompareArrows aria-hidden="true" />
          {versionText('compare.title')}
        </Button>
      )}
      {isDraftShown && sides && (
        <CompareForm ref={form} versions={versions} sides={sides} onChange={setSides} />
      )}
      {versions.length === 0 && <p className="py-8 text-center text-ink-muted">{t('versions.none')}</p>}
      <ol className="flex flex-col">
        {versions.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            restore={isReadOnly ? null : restore}
            onCompare={
              isDraftShown
                ? () => {
                    compare({ before: version.version, after: 'draft' });
                  }
                : null
            }
          />
        ))}
      </ol>
      {!isReadOnly && <DiscardDraft flow={flow} />}
      <DiscardedDrafts />
    </div>
  );
}

/** What is most likely wanted: what the draft changes, else what the last publish changed. */
function suggestSides(
  { hasUnpublishedChanges }: Flow,
  [newest, older]: readonly FlowVersion[],
): ComparedSides {
  const last = newest?.version ?? 1;
  if (hasUnpublishedChanges || !older) return { before: last, after: 'draft' };
  return { before: older.version, after: last };
}
