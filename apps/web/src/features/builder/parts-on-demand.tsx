import type { Flow } from '@instaflow/contracts';
import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { AddMenu, BuilderDialogs, loadBuilderWork, preloadParts, StepPanel, TestPhone } from './lazy-parts';
import { useBuilder } from './state/builder-context';
import { selectOnlyNodeId } from './state/selection-slice';

const preloadDelayMs = 300;

/**
 * Keys, clipboard and checks, and once they work the code of what opens with a click. Without a Suspense boundary:
 * React shows what one waited for only 300 ms after the last placeholder, and keys are not to wait for that.
 */
export function WorkOnceLoaded() {
  const [Work, setWork] = useState<ComponentType | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    loadBuilderWork().then(
      (loaded) => {
        if (isGone) return;
        setWork(() => loaded);
        timer = setTimeout(preloadParts, preloadDelayMs);
      },
      (cause: unknown) => {
        setFailure(new Error('The keys of the builder could not be loaded', { cause }));
      },
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  // The crash page offers to load again.
  if (failure) throw failure;
  return Work && <Work />;
}

/** The selected step, from the first time on that one is opened. */
export function StepPanelSlot() {
  const isOpen = useBuilder((state) => state.isPanelOpen && selectOnlyNodeId(state) !== null);
  return useOnceWanted(isOpen) ? (
    <Suspense fallback={null}>
      <StepPanel />
    </Suspense>
  ) : null;
}

export function AddMenuSlot() {
  const isOpen = useBuilder(({ addMenu }) => addMenu !== null);
  return useOnceWanted(isOpen) ? (
    <Suspense fallback={null}>
      <AddMenu />
    </Suspense>
  ) : null;
}

/** Dialogs and menus, from the first time on that one of them is asked for. */
export function DialogsSlot(props: { flow: Flow; isResolving: boolean; onResolved: () => void }) {
  const isOpen = useBuilder(
    ({ dialog, connectFromNodeId, stepMenu }) =>
      dialog !== null || connectFromNodeId !== null || stepMenu !== null,
  );
  return useOnceWanted(isOpen || props.isResolving) ? (
    <Suspense fallback={null}>
      <BuilderDialogs {...props} />
    </Suspense>
  ) : null;
}

/** The phone's code is fetched with its first use. */
export function TestPhoneSlot() {
  const isTestPhoneOpen = useBuilder((state) => state.isTestPhoneOpen);
  if (!isTestPhoneOpen) return null;
  return (
    <Suspense fallback={null}>
      <TestPhone />
    </Suspense>
  );
}

/** Stays true from the first time on, so that what was closed can fade out. */
function useOnceWanted(isWanted: boolean): boolean {
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  return isWanted || wasWanted;
}
