import { Dialog, Kbd, Switch } from '@instaflow/ui';
import { shortcutRows } from '../keyboard/shortcut-rows';
import { setSingleKeys, useSingleKeys } from '../keyboard/single-keys';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import '../texts/edit-texts';

/** Every shortcut, and the switch for those of a single letter. */
export function ShortcutsDialog() {
  const t = useTexts();
  const store = useBuilderStore();
  const isOpen = useBuilder(({ dialog }) => dialog === 'shortcuts');
  const areSingleKeysOn = useSingleKeys();
  return (
    <Dialog
      size="lg"
      isOpen={isOpen}
      title={t('shortcuts.title')}
      closeLabel={t('close')}
      onOpenChange={(next) => {
        if (!next) store.getState().setDialog(null);
      }}
    >
      <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {shortcutRows.map(({ name, keys }) => (
          <div key={name} className="flex items-center justify-between gap-3 border-b border-line py-1.5">
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        className="py-4"
        label={t('shortcuts.singleKeys')}
        hint={t('shortcuts.singleKeysHint')}
        isOn={areSingleKeysOn}
        onChange={setSingleKeys}
      />
    </Dialog>
  );
}
