import type { FlowDefinition } from '@instaflow/flow-model';
import { createViewportHolder } from '../builder/canvas/viewport-port';
import { createOverlayStore } from '../builder/overlay/overlay-store';
import type { BuilderContextValue } from '../builder/state/builder-context';
import { createBuilderSession, keepingNothing } from '../builder/state/builder-session';

/** What the test phone needs of a builder, for looking only: nothing is saved, on the server or in this browser. */
export function createSharedSession(flowId: string, definition: FlowDefinition): BuilderContextValue {
  const session = createBuilderSession(
    { definition, automaticPositions: {}, revision: 0, isReadOnly: true, view: 'canvas' },
    {
      save: () => Promise.resolve({ ok: false, reason: 'refused' }),
      findPlaces: () => Promise.resolve({}),
      ...keepingNothing,
      nowMs: () => Date.now(),
      schedule: () => () => undefined,
    },
  );
  return {
    ...session,
    flowId,
    accountId: '',
    viewport: createViewportHolder(),
    overlay: createOverlayStore(null),
  };
}
