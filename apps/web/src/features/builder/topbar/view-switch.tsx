import { List, Workflow, type LucideIcon } from 'lucide-react';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { BuilderView } from '../state/canvas-slice';
import { useTexts } from '../texts/use-texts';

/**
 * Canvas or outline. Plain radio buttons, which the browser gives their keys: it is in the first picture of the builder,
 * and the general control brings 6 kB along.
 */
export function ViewSwitch() {
  const t = useTexts();
  return (
    <div
      role="radiogroup"
      aria-label={t('bar.view')}
      className="inline-flex gap-0.5 rounded-md bg-sunken p-0.5"
    >
      <View view="canvas" icon={Workflow} name={t('canvas')} />
      <View view="outline" icon={List} name={t('outline')} />
    </div>
  );
}

/** On phones only the icon fits. */
function View({ view, icon: Icon, name }: { view: BuilderView; icon: LucideIcon; name: string }) {
  const store = useBuilderStore();
  const isShown = useBuilder((state) => state.view === view);
  return (
    <label className="relative inline-flex h-7 min-w-9 items-center justify-center rounded-sm px-2.5 text-sm font-medium text-ink-muted transition-colors hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-ring touch:h-10">
      <input
        type="radio"
        name="builder-view"
        checked={isShown}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={() => {
          store.getState().setView(view);
        }}
      />
      <Icon aria-hidden="true" className="size-4 sm:hidden" />
      <span className="max-sm:sr-only">{name}</span>
    </label>
  );
}
