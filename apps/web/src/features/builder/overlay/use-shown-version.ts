import { parseFlowDefinition } from '@instaflow/flow-model';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFlow } from '../api/use-flow';
import { loadVersion } from '../api/use-versions';
import { useBuilderSession } from '../state/builder-context';
import { layOutMissing } from '../tidy/lay-out-missing';
import type { ShownVersion } from './overlay-store';

/**
 * Puts a published version on the canvas, for looking only; the draft when it is null, or when the draft is just that
 * version. The draft stays as it is meanwhile.
 */
export function useShownVersion(wanted: number | null) {
  const { overlay, flowId, viewport } = useBuilderSession();
  const { data: flow } = useFlow(flowId);
  const isDraft = flow?.publishedVersion === wanted && !flow?.hasUnpublishedChanges;
  const version = isDraft ? null : wanted;
  const query = useQuery({
    queryKey: ['shown-version', flowId, version],
    queryFn: () => readVersion(flowId, version ?? 0),
    enabled: version !== null,
    staleTime: Infinity,
  });
  const shown = version === null ? null : (query.data ?? null);
  useEffect(() => {
    if (overlay.getState().shown === shown) return;
    overlay.setState({ shown });
    // Once the canvas has drawn the other document.
    const frame = requestAnimationFrame(() => {
      if (overlay.getState().runId === null) viewport.get()?.fit();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [overlay, shown, viewport]);
  return { version, isShown: version === null || shown !== null, query };
}

async function readVersion(flowId: string, version: number): Promise<ShownVersion> {
  const parsed = parseFlowDefinition(await loadVersion(flowId, version));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message ?? '');
  const { definition } = parsed;
  return { version, definition, automaticPositions: await layOutMissing(definition) };
}
