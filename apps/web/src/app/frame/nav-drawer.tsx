import { Sheet } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { SidebarContent } from './sidebar-content';

export type NavDrawerProps = { onClose: () => void };

/** The side bar of phones, over the page. */
export function NavDrawer({ onClose }: NavDrawerProps) {
  const { t } = useTranslation('app');
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side="left"
      title={t('nav.menu')}
      isTitleHidden
      closeLabel={t('actions.close')}
    >
      <SidebarContent onNavigate={onClose} />
    </Sheet>
  );
}
