import { isNodeKind } from '@instaflow/flow-model';
import { useEffect, useRef } from 'react';
import { addStep } from '../actions/add-step';
import { describeItemId, useDescribeItem } from '../proposal/use-describe-item';
import { SearchDialog } from '../search/search-dialog';
import { SearchList } from '../search/search-list';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import type { AddMenu as AddMenuState } from '../state/canvas-slice';
import { useTexts } from '../texts/use-texts';
import { useIsPhone } from '../use-is-phone';
import { useKindItems } from './use-kind-items';

const menuWidth = 288;
const menuHeight = 400;
const edgeMargin = 8;

/** Which step to add, wherever it was asked for: beside the pointer, or as a dialog when there is no pointer. */
export function AddMenu() {
  const t = useTexts();
  const store = useBuilderStore();
  const menu = useBuilder(({ addMenu }) => addMenu);
  const isPhone = useIsPhone();
  const items = [...useKindItems(), useDescribeItem()];
  const close = () => {
    store.getState().setAddMenu(null);
  };
  const choose = (kind: string) => {
    if (!menu) return;
    close();
    if (kind === describeItemId) {
      const { wiring, position } = menu;
      // After the menu has given the focus back.
      requestAnimationFrame(() => {
        store.getState().describe({ wiring, position });
      });
    }
    if (!isNodeKind(kind)) return;
    addStep(store, { kind, name: t(`kinds.${kind}.label`), wiring: menu.wiring, position: menu.position });
  };
  const list = { label: t('palette.search'), items, emptyText: t('palette.nothing'), onChoose: choose };
  if (!menu?.anchor || isPhone) {
    return <SearchDialog isOpen={menu !== null} title={t('palette.add')} onClose={close} {...list} />;
  }
  return (
    <FloatingMenu anchor={menu.anchor} label={t('palette.add')} onClose={close}>
      <SearchList {...list} className="h-full" />
    </FloatingMenu>
  );
}

function FloatingMenu({
  anchor,
  label,
  onClose,
  children,
}: {
  anchor: NonNullable<AddMenuState['anchor']>;
  label: string;
  onClose: () => void;
  children: React.ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    box.current?.querySelector('input')?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [onClose]);
  const left = Math.max(edgeMargin, Math.min(anchor.x, window.innerWidth - menuWidth - edgeMargin));
  const top = Math.max(edgeMargin, Math.min(anchor.y, window.innerHeight - menuHeight - edgeMargin));
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={label}
      style={{ left, top, width: menuWidth, height: menuHeight }}
      className="fixed z-40 animate-pop rounded-lg bg-raised p-3 shadow-float"
    >
      {children}
    </div>
  );
}
