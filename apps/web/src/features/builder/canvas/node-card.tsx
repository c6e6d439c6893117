import { isDisabled } from '@instaflow/flow-model';
import type { NodeProps } from '@xyflow/react';
import { memo, Suspense, useEffect, useRef } from 'react';
import { kindLooks } from '../card/kind-looks';
import { NoteCard } from '../lazy-parts';
import type { NodeMarksProps } from '../overlay/overlay-store';
import { useOverlay } from '../overlay/use-overlay';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { CardContent } from './card-content';
import type { CardNode } from './derive-canvas';
import { useStepLook } from './zoom-level';

type Props = Pick<NodeProps<CardNode>, 'id' | 'data' | 'selected' | 'width' | 'height'>;

/** A step on the canvas. Where it lies is its wrapper's business: a card that is dragged is not drawn again. */
export const NodeCard = memo(Card, isSameCard);

function isSameCard(before: Props, after: Props): boolean {
  return (
    before.id === after.id &&
    before.data === after.data &&
    before.selected === after.selected &&
    before.width === after.width &&
    before.height === after.height
  );
}

const flatLook = 'rounded-lg bg-(--kind-soft) outline-2 outline-(--kind)';

function Card({ id, data, selected, width, height }: Props) {
  const box = useFocusWhenWanted(id);
  const stepLook = useStepLook();
  const isFlat = stepLook !== 'card';
  const isLit = useBuilder(({ litNodeId }) => litNodeId === id);
  const isInPicture = stepLook === 'pictured' && !selected && !isLit;
  const { tone } = kindLooks(data.node.type);
  const look = {
    'data-tone': tone,
    'data-lit': isLit || undefined,
    'data-off': (isDisabled(data.node) && !isInPicture) || undefined,
  };
  const marks = <CardMarks nodeId={id} isFlat={isFlat} />;

  if (data.node.type === 'note') {
    return (
      <div ref={box} style={{ width, height }}>
        <Suspense fallback={null}>
          <NoteCard node={data.node} isSelected={selected} />
        </Suspense>
      </div>
    );
  }
  // Nothing on a card can be read: then it is a coloured box, which is what keeps 1000 steps fluid.
  if (isFlat) {
    return (
      <div
        ref={box}
        {...look}
        style={{ width, height, contain: 'strict' }}
        className={isInPicture ? undefined : flatLook}
      >
        {marks}
      </div>
    );
  }
  return (
    <div
      ref={box}
      {...look}
      style={{ width, height }}
      className={
        selected
          ? 'group/card relative rounded-lg bg-surface outline-2 outline-accent'
          : 'group/card relative rounded-lg bg-surface outline-1 outline-line hover:outline-line-strong'
      }
    >
      <CardContent data={data} />
      {marks}
    </div>
  );
}

/** The box of a card, whose step gets the focus as soon as it is asked for and drawn. */
function useFocusWhenWanted(id: string) {
  const box = useRef<HTMLDivElement>(null);
  const store = useBuilderStore();
  const isFocusWanted = useBuilder(({ focusNodeId }) => focusNodeId === id);
  useEffect(() => {
    if (!isFocusWanted) return;
    box.current?.closest<HTMLElement>('.react-flow__node')?.focus({ preventScroll: true });
    store.getState().settle('focusNodeId');
  }, [isFocusWanted, store]);
  return box;
}

/** Numbers, paths and comments; what draws them comes with the first of each. */
function CardMarks(props: NodeMarksProps) {
  const Marks = useOverlay(({ drawNode }) => drawNode);
  const Comments = useOverlay(({ drawComments }) => drawComments);
  return (
    <>
      {Marks && <Marks {...props} />}
      {Comments && <Comments {...props} />}
    </>
  );
}
