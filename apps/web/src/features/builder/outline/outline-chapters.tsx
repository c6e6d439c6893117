import { Button } from '@instaflow/ui';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import type { OutlineStep } from './list-outline';

/** The groups of the flow, in the order people come to them, to jump to. Nothing without groups. */
export function OutlineChapters({ steps }: { steps: readonly OutlineStep[] }) {
  const t = useTexts();
  const store = useBuilderStore();
  const groups = useBuilder(({ definition }) => definition.groups);
  const chapters = (groups ?? [])
    .map(({ id, name, nodeIds }) => ({
      id,
      name,
      count: nodeIds.length,
      at: steps.findIndex(({ node }) => nodeIds.includes(node.id)),
    }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  if (chapters.length === 0) return null;
  return (
    <nav aria-label={t('outlineView.chapters')}>
      <ul className="flex flex-wrap gap-2">
        {chapters.map(({ id, name, count, at }) => (
          <li key={id} className="min-w-0">
            <Button
              size="sm"
              className="max-w-full"
              onClick={() => {
                store.getState().goToNode(steps[at]?.node.id ?? '');
              }}
            >
              <span className="truncate">{name || t('groupView.newName')}</span>
              <span className="text-ink-muted">{t('groupView.steps', { count })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
