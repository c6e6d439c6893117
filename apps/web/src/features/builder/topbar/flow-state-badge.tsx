import { Badge, type Tone } from '@instaflow/ui';
import type { BuilderTexts } from '../texts/use-texts';
import { useTexts } from '../texts/use-texts';
import { findFlowState, type FlowState } from './find-flow-state';

const tones: Record<FlowState, Tone> = {
  live: 'success',
  liveChanged: 'info',
  draft: 'neutral',
  off: 'neutral',
};

/** What people get from this flow right now, in words. */
export function FlowStateBadge({
  flow,
  hasUnsavedEdits,
}: {
  flow: Parameters<typeof findFlowState>[0];
  hasUnsavedEdits: boolean;
}) {
  const t: BuilderTexts = useTexts();
  const state = findFlowState(flow, hasUnsavedEdits);
  return (
    <Badge tone={tones[state]} hasDot>
      {t(`state.${state}`)}
    </Badge>
  );
}
