import { useMemo } from 'react';
import type { ConversationFilter } from '../../../shared/api/conversation-filter';
import { useUrlFilter } from '../../../shared/url/use-url-filter';

export const inboxViews = ['all', 'pending_human', 'unread', 'mine', 'closed'] as const;
export type InboxView = (typeof inboxViews)[number];

const filters: Record<InboxView, ConversationFilter> = {
  all: {},
  pending_human: { status: 'pending_human' },
  unread: { unread: true },
  mine: { assignedTo: 'me' },
  closed: { status: 'closed' },
};

/** The chosen view and search, from the address. */
export function useInboxFilter() {
  const url = useUrlFilter();
  const search = url.get('search');
  const view = inboxViews.find((known) => known === url.get('view')) ?? 'all';
  const filter = useMemo<ConversationFilter>(
    () => (search ? { ...filters[view], search } : filters[view]),
    [view, search],
  );
  return {
    view,
    filter,
    isFiltered: search !== '' || view !== 'all',
    setView: (next: InboxView) => url.set('view', next === 'all' ? '' : next),
    clear: url.clear,
  };
}
