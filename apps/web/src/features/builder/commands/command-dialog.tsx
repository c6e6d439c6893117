import { SearchDialog } from '../search/search-dialog';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';
import { useCommandItems } from './use-command-items';

/** Everything one can do or go to, by typing a part of its name. */
export function CommandDialog() {
  const isOpen = useBuilder(({ dialog }) => dialog === 'commands');
  return isOpen ? <OpenCommands /> : null;
}

function OpenCommands() {
  const t = useTexts();
  const store = useBuilderStore();
  const items = useCommandItems();
  const close = () => {
    store.getState().setDialog(null);
  };
  return (
    <SearchDialog
      isOpen
      title={t('commands.title')}
      label={t('commands.search')}
      emptyText={t('commands.nothing')}
      items={items}
      onClose={close}
      onChoose={(id) => {
        close();
        // After the dialog has given the focus back.
        requestAnimationFrame(() => items.find((item) => item.id === id)?.run());
      }}
    />
  );
}
