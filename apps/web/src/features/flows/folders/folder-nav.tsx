import { Button, IconButton, SkeletonRows } from '@instaflow/ui';
import { Archive, FolderMinus, FolderPlus, Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccess } from '../../../shared/account/use-access';
import { useFolders } from '../api/use-folders';
import { FolderDialogs } from './folder-dialogs';
import type { FolderQuestion } from './folder-item';
import { buildFolderTree } from './folder-tree';
import { FolderTreeList } from './folder-tree-list';
import { PlaceLink } from './place-link';
import { useFolderDrop } from './use-folder-drop';

export type FolderNavProps = {
  /** As the address names it. */
  current: string;
  /** Besides going there. */
  onChoose?: () => void;
  onMoveFlows: (flowIds: readonly string[], folderId: string | null) => void;
};

/** The folders of the account, to choose from and to drop flows on. */
export function FolderNav({ current, onChoose, onMoveFlows }: FolderNavProps) {
  const { t } = useTranslation(['flows', 'app']);
  const navigate = useNavigate();
  const query = useFolders();
  const folders = useMemo(() => query.data ?? [], [query.data]);
  const tree = useMemo(() => buildFolderTree(folders), [folders]);
  const drop = useFolderDrop({ folders, tree, onMoveFlows });
  const onDrop = useAccess().can('editFlows') ? drop : null;
  const [question, setQuestion] = useState<FolderQuestion | null>(null);
  return (
    <nav aria-label={t('folders.title')} className="flex flex-col gap-0.5">
      <PlaceLink
        place=""
        label={t('folders.all')}
        icon={<Workflow aria-hidden="true" />}
        isCurrent={current === ''}
        onChoose={onChoose}
      />
      <PlaceLink
        place="none"
        label={t('folders.none')}
        icon={<FolderMinus aria-hidden="true" />}
        isCurrent={current === 'none'}
        onChoose={onChoose}
        onDrop={onDrop && ((dragged) => onDrop(dragged, null))}
      />
      <FolderHeading onNew={onDrop && (() => setQuestion({ kind: 'create', parent: null }))} />
      {query.data && <FolderTreeList {...{ tree, current, onChoose, onDrop }} onAsk={setQuestion} />}
      {query.isPending && <SkeletonRows label={t('app:loading')} className="h-8" count={3} />}
      {query.isError && !query.data && (
        <FoldersFailed isRetrying={query.isFetching} onRetry={() => void query.refetch()} />
      )}
      <PlaceLink
        place="archived"
        label={t('folders.archived')}
        icon={<Archive aria-hidden="true" />}
        isCurrent={current === 'archived'}
        onChoose={onChoose}
        className="mt-2"
      />
      {question && (
        <FolderDialogs
          question={question}
          folders={folders}
          onDeleted={({ folderId }) => folderId === current && void navigate({ search: '' })}
          onClose={() => setQuestion(null)}
        />
      )}
    </nav>
  );
}

function FolderHeading({ onNew }: { onNew: (() => void) | null }) {
  const { t } = useTranslation('flows');
  return (
    <div className="flex items-center justify-between pt-3 pl-2">
      <h2 className="text-xs font-medium text-ink-muted">{t('folders.title')}</h2>
      {onNew && (
        <IconButton size="sm" label={t('folders.new')} onClick={onNew}>
          <FolderPlus aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

/** Smaller than what a list that failed shows: there is little room beside the flows. */
function FoldersFailed({ isRetrying, onRetry }: { isRetrying: boolean; onRetry: () => void }) {
  const { t } = useTranslation(['flows', 'app']);
  return (
    <div role="alert" className="flex flex-col items-start gap-1.5 px-2 py-1 text-sm">
      <p className="text-danger-text">{t('folders.failed')}</p>
      <Button size="sm" isBusy={isRetrying} onClick={onRetry}>
        {t('app:actions.retry')}
      </Button>
    </div>
  );
}
