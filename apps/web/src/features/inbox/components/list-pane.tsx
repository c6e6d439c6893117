import { SegmentedControl, SkeletonRows } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/components/query-view';
import { UrlSearchInput } from '../../../shared/components/url-search-input';
import type { useConversations } from '../../../shared/conversation/use-conversations';
import { inboxViews, type useInboxFilter } from '../hooks/use-inbox-filter';
import { ConversationList } from './conversation-list';
import { ListEmpty } from './list-empty';
import { NotificationPrompt } from './notification-prompt';
import { LazyShortcutsButton } from './lazy-layers';

export const searchInputId = 'inbox-search';

export type ListPaneProps = {
  list: ReturnType<typeof useConversations>;
  inboxFilter: ReturnType<typeof useInboxFilter>;
  conversationId: string;
};

/** Filters and the list of conversations. */
export function ListPane({ list, inboxFilter, conversationId }: ListPaneProps) {
  const { t } = useTranslation(['inbox', 'app']);
  return (
    <section aria-label={t('list')} className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex flex-col gap-2 border-b border-line p-3">
        <div className="flex gap-1">
          <UrlSearchInput id={searchInputId} label={t('search')} className="flex-1" />
          <LazyShortcutsButton />
        </div>
        <SegmentedControl
          label={t('views')}
          value={inboxFilter.view}
          onChange={inboxFilter.setView}
          options={inboxViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
      <NotificationPrompt />
      <div className="min-h-0 flex-1">
        <QueryView
          query={list}
          skeleton={
            <div className="p-3">
              <SkeletonRows label={t('app:loading')} count={7} className="h-16" />
            </div>
          }
        >
          {({ pages }) => {
            const conversations = pages.flatMap((page) => page.conversations);
            if (conversations.length > 0) {
              return (
                <ConversationList
                  conversations={conversations}
                  conversationId={conversationId}
                  onEnd={() => {
                    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
                  }}
                />
              );
            }
            return <ListEmpty isFiltered={inboxFilter.isFiltered} onClear={inboxFilter.clear} />;
          }}
        </QueryView>
      </div>
    </section>
  );
}
