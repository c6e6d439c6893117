import type { FlowVersion } from '@instaflow/contracts';
import { parseFlowDefinition } from '@instaflow/flow-model';
import { Badge, Button, Notice, Sheet, SkeletonRows, toast } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { TimeAgo } from '../../../shared/components/time-ago';
import { useErrorText } from '../../../shared/components/use-error-text';
import { loadVersion, useVersions } from '../api/use-versions';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';

/** Everything that was ever published. Restoring copies a version into the draft, as one edit that can be undone. */
export function VersionsDialog() {
  const t = useTexts();
  const { store } = useBuilderSession();
  const isOpen = useBuilder(({ dialog }) => dialog === 'versions');
  return (
    <Sheet
      isOpen={isOpen}
      title={t('versions.title')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <VersionList />
    </Sheet>
  );
}

function VersionList() {
  const t = useTexts();
  const errorText = useErrorText();
  const versions = useVersions();
  const restore = useRestoreVersion();
  if (versions.isPending) return <SkeletonRows label={t('loading')} />;
  if (versions.isError) {
    return (
      <Notice
        tone="danger"
        role="alert"
        action={
          <Button size="sm" onClick={() => void versions.refetch()}>
            {t('retry')}
          </Button>
        }
      >
        {t('versions.failed')} {errorText(versions.error)}
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">{t('versions.description')}</p>
      {restore.isError && (
        <Notice tone="danger" role="alert">
          {t('versions.restoreFailed', { reason: errorText(restore.error) })}
        </Notice>
      )}
      {versions.data.length === 0 && <p className="py-8 text-center text-ink-muted">{t('versions.none')}</p>}
      <ol className="flex flex-col">
        {versions.data.map((version) => (
          <VersionRow key={version.version} version={version} restore={restore} />
        ))}
      </ol>
    </div>
  );
}

function VersionRow({
  version: { version, note, isLive, createdAt },
  restore,
}: {
  version: FlowVersion;
  restore: ReturnType<typeof useRestoreVersion>;
}) {
  const t = useTexts();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  return (
    <li className="flex items-center gap-3 border-b border-line py-2.5 last:border-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2 font-medium">
          {t('versions.version', { version })}
          {isLive && (
            <Badge tone="success" hasDot>
              {t('versions.live')}
            </Badge>
          )}
        </span>
        <span className="text-sm break-words text-ink-muted">{note || t('versions.noNote')}</span>
        <TimeAgo at={createdAt} className="text-xs text-ink-faint" />
      </div>
      {!isReadOnly && (
        <Button
          size="sm"
          aria-label={t('versions.restore', { version })}
          isBusy={restore.isPending && restore.variables === version}
          onClick={() => {
            restore.mutate(version);
          }}
        >
          {t('versions.restoreShort')}
        </Button>
      )}
    </li>
  );
}

function useRestoreVersion() {
  const t = useTexts();
  const { flowId, store } = useBuilderSession();
  return useMutation({
    mutationFn: async (version: number) => {
      const parsed = parseFlowDefinition(await loadVersion(flowId, version));
      if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
      store.getState().commit({
        label: { key: 'restoreVersion', values: { version } },
        operations: [{ op: 'replace_document', definition: parsed.definition }],
        select: [],
      });
    },
    onSuccess: (_nothing, version) => {
      store.getState().setDialog(null);
      toast.success(t('versions.restored', { version }));
    },
  });
}
