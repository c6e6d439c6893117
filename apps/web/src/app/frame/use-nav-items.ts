import { useAccess } from '../../shared/account/use-access';
import { navItems, type NavItem } from './nav-items';

/** The pages the signed-in person may open; all while their role is unknown. */
export function useNavItems(): readonly NavItem[] {
  const { role, can } = useAccess();
  return role === null ? navItems : navItems.filter((item) => item.abilities.some(can));
}
