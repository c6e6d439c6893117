import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

const measureNothing = () => undefined;

/**
 * Keeps React Flow from measuring what it has drawn. Where steps and their handles lie is told to it beforehand (see
 * `measureNode`); of a step first drawn from afar it would find that there are no handles, and forget its connections.
 * To be called before anything is drawn: its observer takes the function that is there first.
 */
export function useOwnMeasures(): void {
  const store = useStoreApi();
  useState(() => {
    store.setState({ updateNodeInternals: measureNothing });
  });
}
