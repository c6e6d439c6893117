import { useStoreApi, ViewportPortal, type ReactFlowState } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { FoldedCanvas } from '../../groups/fold-groups';
import { ColorProbes, readColors } from './color-probes';
import { drawShapes, listShapes, type Drawing, type PictureColors } from './draw-picture';
import { isPictureGood, planPicture, type Area, type Picture, type Sight } from './plan-picture';
import { useThemeChanges } from './use-theme-changes';

/** How long the view rests before a stretched picture is drawn anew. */
const restMs = 120;

/**
 * Steps and connections from afar, as one picture that moves with the canvas: a thousand elements would be painted anew
 * with every frame of a move. The steps themselves lie over it, with nothing to paint of their own, for pointer, keyboard
 * and screen readers.
 */
export function FarPicture({ canvas, hasEdges }: { canvas: FoldedCanvas; hasEdges: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Picture | null>(null);
  const colors = useRef<PictureColors | null>(null);
  const store = useStoreApi();
  const drawing = useMemo(() => listShapes(canvas, { hasEdges }), [canvas, hasEdges]);

  const draw = useCallback(() => {
    if (!element.current || !box.current) return;
    colors.current ??= readColors(box.current);
    drawn.current = paint(element.current, {
      drawing,
      colors: colors.current,
      sight: readSight(store.getState(), drawing.content),
    });
  }, [drawing, store]);

  useLayoutEffect(draw, [draw]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      if (
        state.transform === before.transform &&
        state.width === before.width &&
        state.height === before.height
      )
        return;
      clearTimeout(timer);
      const good = isPictureGood(drawn.current, readSight(state, drawing.content));
      if (good === 'no') draw();
      else if (good === 'later') timer = setTimeout(draw, restMs);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [draw, drawing, store]);

  useThemeChanges(
    useCallback(() => {
      colors.current = null;
      draw();
    }, [draw]),
  );

  return (
    <ViewportPortal>
      <div ref={box} aria-hidden="true" className="builder-far">
        <canvas ref={element} />
        {drawing.content && <Ground area={drawing.content} />}
        <ColorProbes />
      </div>
    </ViewportPortal>
  );
}

/**
 * An invisible frame around all of the flow, between the picture and the steps. Chromium puts what it paints into layers,
 * and two steps far apart into the same only if that spans both already: without the frame each step has one of its own
 * and is compared with all others in every frame.
 */
function Ground({ area: { x, y, width, height } }: { area: Area }) {
  return <div className="builder-far-ground" style={{ left: x, top: y, width, height }} />;
}

function readSight({ transform: [x, y, zoom], width, height }: ReactFlowState, content: Area | null): Sight {
  return { view: { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, zoom, content };
}

/** Draws what the sight asks for, and answers what that was; null when there is nothing to be seen. */
function paint(
  element: HTMLCanvasElement,
  { drawing, colors, sight }: { drawing: Drawing; colors: PictureColors; sight: Sight },
): Picture | null {
  const picture = planPicture(sight);
  element.hidden = picture === null;
  const context = element.getContext('2d');
  if (picture === null || context === null) return null;
  const { area, zoom } = picture;
  const scale = zoom * window.devicePixelRatio;
  // Setting the size also wipes the picture before.
  element.width = Math.ceil(area.width * scale);
  element.height = Math.ceil(area.height * scale);
  Object.assign(element.style, {
    left: `${String(area.x)}px`,
    top: `${String(area.y)}px`,
    width: `${String(element.width / scale)}px`,
    height: `${String(element.height / scale)}px`,
  });
  context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
  drawShapes(context, { drawing, picture, colors });
  return picture;
}
