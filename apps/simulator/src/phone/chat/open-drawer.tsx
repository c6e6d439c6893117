import { AttachMenu } from './attach-menu';
import type { Drawer } from './drawer-buttons';
import { PersistentMenu } from './persistent-menu';

type Props = {
  open: Drawer;
  items: { title: string }[];
  onSend: (message: { text?: string }) => void;
  onOpenLink: (ref: string) => void;
  onTap: (index: number) => void;
};

/** What stands above the composer while one of its two drawers is open. */
export function OpenDrawer({ open, items, onSend, onOpenLink, onTap }: Props) {
  if (open === 'attach') return <AttachMenu onSend={onSend} onOpenLink={onOpenLink} />;
  if (open === 'menu') return <PersistentMenu items={items} onTap={onTap} />;
  return null;
}
