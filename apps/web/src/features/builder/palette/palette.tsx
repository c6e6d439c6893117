import type { NodeKind } from '@instaflow/flow-model';
import { Button, cx, IconButton, SearchInput } from '@instaflow/ui';
import { GripVertical, PanelLeftClose, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { findWiringAfterSelection } from '../actions/add-step';
import { findMatches } from '../search/find-matches';
import { useBuilderStore } from '../state/builder-context';
import '../texts/edit-texts';
import { useTexts } from '../texts/use-texts';
import { KindIcon } from './kind-icon';
import { listKinds } from './list-kinds';
import { usePaletteDrag, type PaletteDrag } from './use-palette-drag';

/** The kinds of steps beside the canvas: drag one onto it, or click it to add it after the selected step. */
export function Palette() {
  const t = useTexts();
  const store = useBuilderStore();
  const [query, setQuery] = useState('');
  const { drag, handlersFor } = usePaletteDrag({ name: (kind) => t(`kinds.${kind}.label`) });
  const items = listKinds().map((item) => ({
    ...item,
    label: t(`kinds.${item.kind}.label`),
    hint: item.isExecutable ? t(`kinds.${item.kind}.hint`) : t('palette.soon'),
    groupLabel: t(`groups.${item.group}`),
  }));
  const matches = findMatches(items, query);
  return (
    <section
      aria-label={t('palette.title')}
      className="flex w-60 shrink-0 flex-col border-r border-line bg-surface"
    >
      <header className="flex items-center justify-between py-2 pr-2 pl-4">
        <h2 className="font-semibold">{t('palette.title')}</h2>
        <IconButton
          size="sm"
          label={t('palette.hide')}
          onClick={() => {
            store.getState().toggle('isPaletteShown');
          }}
        >
          <PanelLeftClose aria-hidden="true" />
        </IconButton>
      </header>
      <SearchInput
        className="mx-3 mb-1"
        label={t('palette.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
        }}
      />
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3 select-none">
        {matches.length === 0 && <p className="px-2 py-4 text-ink-muted">{t('palette.nothing')}</p>}
        {matches.map((item, index) => (
          <div key={item.kind}>
            {item.group !== matches[index - 1]?.group && (
              <h3 className="px-2 pt-3 pb-1 text-xs font-medium text-ink-faint">{item.groupLabel}</h3>
            )}
            <PaletteItem
              kind={item.kind}
              label={item.label}
              hint={item.hint}
              isEnabled={item.isExecutable}
              handlers={handlersFor(item.kind)}
            />
          </div>
        ))}
      </div>
      <DescribeButton />
      <p className="border-t border-line px-4 py-2.5 text-xs text-ink-muted">{t('palette.hint')}</p>
      {drag && <DragGhost drag={drag} />}
    </section>
  );
}

function DescribeButton() {
  const t = useTexts();
  const store = useBuilderStore();
  return (
    <Button
      size="sm"
      variant="soft"
      className="mx-3 my-2"
      aria-haspopup="dialog"
      onClick={() => {
        store.getState().describe({ wiring: findWiringAfterSelection(store), position: null });
      }}
    >
      <Sparkles aria-hidden="true" />
      {t('palette.describe')}
    </Button>
  );
}

function DragGhost({ drag: { kind, screen } }: { drag: PaletteDrag }) {
  const t = useTexts();
  return (
    <div
      aria-hidden="true"
      style={{ left: screen.x, top: screen.y }}
      className="pointer-events-none fixed z-50 flex w-56 -translate-x-1/2 -translate-y-1/2 items-center gap-2.5 rounded-lg bg-raised p-2.5 shadow-float"
    >
      <KindIcon type={kind} />
      <span className="font-medium">{t(`kinds.${kind}.label`)}</span>
    </div>
  );
}

function PaletteItem({
  kind,
  label,
  hint,
  isEnabled,
  handlers,
}: {
  kind: NodeKind;
  label: string;
  hint: string;
  isEnabled: boolean;
  handlers: ReturnType<ReturnType<typeof usePaletteDrag>['handlersFor']>;
}) {
  return (
    <button
      type="button"
      title={hint}
      aria-disabled={!isEnabled || undefined}
      className={cx(
        // A vertical swipe scrolls the palette, a horizontal one drags the step out of it.
        'group/item flex min-h-11 w-full touch-pan-y items-center gap-2.5 rounded-md px-2 py-1.5 text-left',
        isEnabled ? 'cursor-grab hover:bg-hover active:cursor-grabbing' : 'cursor-not-allowed opacity-55',
      )}
      {...(isEnabled ? handlers : {})}
    >
      <KindIcon type={kind} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{label}</span>
        <span className="truncate text-xs text-ink-muted">{hint}</span>
      </span>
      {isEnabled && (
        <GripVertical
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-faint opacity-0 group-hover/item:opacity-100"
        />
      )}
    </button>
  );
}
