import english from './locales/en.json';
import { useConnectTexts } from './use-connect-texts';

const isKnown = (name: string): name is keyof typeof english.permission =>
  Object.hasOwn(english.permission, name);

/** What a permission of Meta is for; null for one we have no words for. */
export function usePermissionText(): (name: string) => string | null {
  const t = useConnectTexts();
  return (name) => (isKnown(name) ? t(`permission.${name}`) : null);
}
