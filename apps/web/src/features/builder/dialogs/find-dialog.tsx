import { useTranslation } from 'react-i18next';
import { listOutline } from '../outline/list-outline';
import { summarizeStep } from '../outline/summarize-step';
import { KindIcon } from '../palette/kind-icon';
import { SearchDialog } from '../search/search-dialog';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import '../texts/edit-texts';

/** Goes to a step by its name or what it says. */
export function FindDialog() {
  const { t, i18n } = useTranslation('builder');
  const store = useBuilderStore();
  const isOpen = useBuilder(({ dialog }) => dialog === 'find');
  const definition = useBuilder((state) => state.definition);
  const items = isOpen
    ? listOutline(definition).map(({ node, step }) => ({
        id: node.id,
        label: `${String(step)} · ${node.name || nameKind(t, node.type)}`,
        hint: summarizeStep(t, node, i18n.language),
        icon: <KindIcon type={node.type} />,
      }))
    : [];
  return (
    <SearchDialog
      isOpen={isOpen}
      title={t('find.title')}
      label={t('find.search')}
      emptyText={t('find.nothing')}
      items={items}
      onClose={() => {
        store.getState().setDialog(null);
      }}
      onChoose={(nodeId) => {
        store.getState().setDialog(null);
        // After the dialog has given the focus back.
        requestAnimationFrame(() => {
          store.getState().goToNode(nodeId);
        });
      }}
    />
  );
}
