import { IconButton, Kbd, Popover, Switch } from '@instaflow/ui';
import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useInbox } from '../state/inbox-store';

const shortcuts = [
  ['J', 'next'],
  ['K', 'previous'],
  ['↵', 'enter'],
  ['R', 'reply'],
  ['E', 'close'],
  ['/', 'search'],
] as const;

/** Shows the keys of the inbox and switches them off. */
export function ShortcutsButton() {
  const { t } = useTranslation('inbox');
  const { areShortcutsOn, setShortcuts } = useInbox();
  return (
    <Popover
      label={t('shortcuts.title')}
      align="end"
      className="w-72"
      trigger={
        <IconButton label={t('actions.shortcuts')} hasTooltip={false} className="max-md:hidden">
          <Keyboard aria-hidden="true" />
        </IconButton>
      }
    >
      <div className="flex flex-col gap-3">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 text-sm">
          {shortcuts.map(([key, name]) => (
            <div key={name} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{t(`shortcuts.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Switch label={t('shortcuts.enabled')} isOn={areShortcutsOn} onChange={setShortcuts} />
      </div>
    </Popover>
  );
}
