import type { Conversation } from '@instaflow/contracts';
import { cx, EmptyState } from '@instaflow/ui';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useAccountId } from '../../shared/account/use-account-id';
import { usePageTitle } from '../../shared/components/use-page-title';
import { useConversations } from '../../shared/conversation/use-conversations';
import { addCatalogue } from '../../shared/i18n/add-catalogue';
import contactsEnglish from '../contacts/locales/en.json';
import { useConversationActions } from './api/use-conversation-actions';
import { ConversationPane } from './components/conversation-pane';
import { ListPane, searchInputId } from './components/list-pane';
import { composerId } from './element-ids';
import { useInboxFilter } from './hooks/use-inbox-filter';
import { useInboxShortcuts, type ShortcutKey } from './hooks/use-inbox-shortcuts';
import { useMessageAnnouncements } from './hooks/use-message-announcements';
import english from './locales/en.json';

addCatalogue('inbox', english);
addCatalogue('contacts', contactsEnglish);

/** List, thread and contact; on phones one of them at a time. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  usePageTitle(t('title'));
  const accountId = useAccountId();
  const conversationId = useParams()['conversationId'] ?? '';
  const navigate = useNavigate();
  const { search } = useLocation();
  const inboxFilter = useInboxFilter();
  const list = useConversations(inboxFilter.filter);
  const conversations = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  const { setStatus } = useConversationActions(conversationId);
  useMessageAnnouncements(conversationId);

  const open = (conversation: Conversation | undefined) => {
    if (conversation) void navigate(`/accounts/${accountId}/inbox/${conversation.conversationId}${search}`);
  };
  useInboxShortcuts((key: ShortcutKey) => {
    // From the address itself: two quick presses must not both start at what is still on screen.
    const shownId = window.location.pathname.split('/')[4];
    const index = conversations.findIndex((candidate) => candidate.conversationId === shownId);
    const current = conversations[index];
    const actions: Record<ShortcutKey, () => void> = {
      j: () => open(conversations[index + 1]),
      k: () => open(conversations[index - 1]),
      Enter: () => open(current ?? conversations[0]),
      r: () => document.getElementById(composerId)?.focus(),
      e: () => current && setStatus.mutate(current.status === 'closed' ? 'open' : 'closed'),
      '/': () => document.getElementById(searchInputId)?.focus(),
    };
    actions[key]();
  });

  return (
    <div className="flex h-full min-h-0">
      <h1 className="sr-only">{t('title')}</h1>
      <div
        className={cx(
          'min-h-0 w-full shrink-0 border-r border-line md:block md:w-80',
          conversationId && 'max-md:hidden',
        )}
      >
        <ListPane list={list} inboxFilter={inboxFilter} conversationId={conversationId} />
      </div>
      <div className={cx('min-h-0 min-w-0 flex-1', !conversationId && 'max-md:hidden')}>
        {conversationId ? (
          <ConversationPane key={conversationId} conversationId={conversationId} />
        ) : (
          <EmptyState
            className="h-full"
            icon={<MessagesSquare />}
            title={t('chooseTitle')}
            description={t('chooseText')}
          />
        )}
      </div>
    </div>
  );
}
