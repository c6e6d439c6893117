import { Button, EmptyState } from '@instaflow/ui';
import { Archive, Folder, SearchX, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowPlace } from '../flow-place';

export type NoFlowsProps = {
  place: FlowPlace;
  /** A search or filter hides what there is. */
  isNarrowed: boolean;
  onClear: () => void;
  /** How to make the first one; nothing for whoever may not. */
  action: ReactNode;
};

/** Why the list is empty, and what to do. */
export function NoFlows({ place, isNarrowed, onClear, action }: NoFlowsProps) {
  const { t } = useTranslation(['flows', 'app']);
  if (isNarrowed) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('noMatchTitle')}
        description={t('noMatchText')}
        action={<Button onClick={onClear}>{t('app:actions.clearFilters')}</Button>}
      />
    );
  }
  switch (place.kind) {
    case 'archived':
      return (
        <EmptyState
          icon={<Archive />}
          title={t('empty.archivedTitle')}
          description={t('empty.archivedText')}
        />
      );
    case 'folder':
      return (
        <EmptyState
          icon={<Folder />}
          title={t('empty.folderTitle')}
          description={t('empty.folderText')}
          action={action}
        />
      );
    case 'all':
      return (
        <EmptyState
          icon={<Workflow />}
          title={t('emptyTitle')}
          description={t('emptyText')}
          action={action}
        />
      );
  }
}
