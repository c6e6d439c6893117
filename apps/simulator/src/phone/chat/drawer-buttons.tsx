import { Menu, Plus } from 'lucide-react';
import { IconButton } from '../parts/icon-button';

export type Drawer = 'attach' | 'menu' | null;

type Props = { hasMenu: boolean; isEditing: boolean; open: Drawer; onOpen: (drawer: Drawer) => void };

export function DrawerButtons({ hasMenu, isEditing, open, onOpen }: Props) {
  const toggle = (drawer: Drawer): void => onOpen(open === drawer ? null : drawer);
  if (isEditing) return null;
  return (
    <>
      <IconButton
        label="Send something else"
        aria-expanded={open === 'attach'}
        onClick={() => toggle('attach')}
      >
        <Plus size={20} aria-hidden="true" />
      </IconButton>
      {hasMenu && (
        <IconButton label="Menu" aria-expanded={open === 'menu'} onClick={() => toggle('menu')}>
          <Menu size={20} aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}
