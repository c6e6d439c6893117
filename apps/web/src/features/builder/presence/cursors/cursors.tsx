import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { useOverlay } from '../../overlay/use-overlay';
import { useBuilderSession } from '../../state/builder-context';
import { useOthers, type Person } from '../use-others';
import type { CursorStore } from './create-cursor-store';
import { toneOf } from './tone-of';
import { useCursorStore } from './use-cursor-store';
import { usePointerTelling } from './use-pointer-telling';

/**
 * The pointers of others on the canvas, while this window shows where its own is. Not on published versions: their steps
 * stand elsewhere than those of the draft, so that a pointer would mean another place.
 */
export function Cursors() {
  const isDraftShown = useOverlay(({ shown }) => shown === null);
  if (!isDraftShown) return null;
  return (
    <ViewportPortal>
      <CursorLayer />
    </ViewportPortal>
  );
}

/** Mounted once the canvas is there to point at. */
function CursorLayer() {
  const { flowId } = useBuilderSession();
  const layer = useRef<HTMLDivElement>(null);
  const store = useCursorStore(flowId);
  const userIds = useSyncExternalStore(store.onComingAndGoing, store.listUserIds);
  const others = useOthers((state) => state.others);
  usePointerTelling(flowId);
  useCounterScale(layer);
  return (
    <div ref={layer} aria-hidden="true" className="pointer-events-none absolute z-20">
      {others
        .filter(({ userId }) => userIds.includes(userId))
        .map((person) => (
          <Cursor key={person.userId} person={person} store={store} />
        ))}
    </div>
  );
}

/** Lets what is inside take back the zoom of the canvas, so that pointers and names have one size. */
function useCounterScale(layer: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const follow = (zoom: number) => layer.current?.style.setProperty('--counter-scale', String(1 / zoom));
    follow(store.getState().transform[2]);
    return store.subscribe(({ transform: [, , zoom] }, { transform: [, , before] }) => {
      if (zoom !== before) follow(zoom);
    });
  }, [store, layer]);
}

/** Moved without React: ten times a second for each person is too often to draw anything but the arrow. */
function Cursor({ person: { userId, name }, store }: { person: Person; store: CursorStore }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const move = ({ x, y }: { x: number; y: number }) => {
      if (place.current) place.current.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
    };
    const position = store.find(userId);
    if (position) move(position);
    return store.onMove(userId, move);
  }, [store, userId]);
  return (
    <div
      ref={place}
      data-cursor
      data-tone={toneOf(userId)}
      className="absolute top-0 left-0 transition-transform duration-100 ease-linear motion-reduce:transition-none"
    >
      <div className="origin-top-left [transform:scale(var(--counter-scale))]">
        <svg width="16" height="18" viewBox="0 0 16 18" className="block overflow-visible">
          <path
            d="M0 0 L0 15 L4.2 11.2 L10.6 11 Z"
            className="fill-(--kind) stroke-surface"
            strokeWidth="1.25"
            strokeLinejoin="round"
          />
        </svg>
        <span className="absolute top-4 left-3 max-w-40 truncate rounded-md bg-(--kind) px-1.5 py-0.5 text-xs font-medium text-surface">
          {name}
        </span>
      </div>
    </div>
  );
}
