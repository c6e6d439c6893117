import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { placeDots } from './place-dots';

/**
 * The dots behind the steps: one layer that is painted once and then only moved. React Flow's own pattern is painted
 * anew with every frame of a move, which without a graphics card halves the frame rate.
 */
export function CanvasDots() {
  const layer = useRef<HTMLDivElement>(null);
  const store = useStoreApi();

  useLayoutEffect(() => {
    const follow = () => {
      const [x, y, zoom] = store.getState().transform;
      const place = placeDots({ x, y, zoom });
      const transform = `translate(${String(place.x)}px, ${String(place.y)}px) scale(${String(place.scale)})`;
      if (layer.current) layer.current.style.transform = transform;
    };
    follow();
    return store.subscribe(({ transform }, { transform: before }) => {
      if (transform !== before) follow();
    });
  }, [store]);

  return (
    <div aria-hidden="true" className="react-flow__background absolute inset-0 overflow-clip">
      <div ref={layer} className="builder-dots" />
    </div>
  );
}
