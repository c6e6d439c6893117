import { useMemo } from 'react';
import { Notice } from '@instaflow/ui';
import { useBuilder, useBuilderStore } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';

const mostShown = 3;

/** Says which steps of the draft cannot be published, since the conversation may stop at them; each leads there. */
export function DraftErrors() {
  const t = useTexts();
  const store = useBuilderStore();
  const problems = useBuilder((state) => state.problems);
  const nodes = useBuilder((state) => state.definition.nodes);
  const errors = useMemo(() => problems.filter(({ severity }) => severity === 'error'), [problems]);
  if (errors.length === 0) return null;
  return (
    <Notice tone="danger" role="status" className="rounded-none">
      <p>{t('phone.errors', { count: errors.length })}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {errors.slice(0, mostShown).map(({ nodeId, path, message }, index) => {
          const node = nodes.find(({ id }) => id === nodeId);
          if (!node) return <li key={index}>{message}</li>;
          return (
            <li key={index}>
              <button
                type="button"
                className="cursor-pointer text-left underline underline-offset-2 touch:min-h-10"
                onClick={() => {
                  store.getState().openNode(node.id, path);
                }}
              >
                {node.name || nameKind(t, node.type)}: {message}
              </button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
