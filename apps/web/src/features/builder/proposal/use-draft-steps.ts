import { flowNodeSchema } from '@instaflow/flow-model';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { callApi } from '../../../shared/api/call-api';
import { whenSaved } from '../autosave/when-saved';
import { useBuilderSession, type BuilderContextValue } from '../state/builder-context';
import type { AddPlace } from '../state/canvas-slice';
import { findDraft } from './find-draft';
import { layOutProposal } from './lay-out-proposal';
import { ProposalBar } from './proposal-bar';
import { showProposal } from './show-proposal';

export type DraftingSteps = {
  start: (description: string) => void;
  cancel: () => void;
  isRunning: boolean;
  error: Error | null;
};

/** Has steps drafted from words and shows them on the canvas. Called off when whoever uses it goes. */
export function useDraftSteps(place: AddPlace): DraftingSteps {
  const session = useBuilderSession();
  const running = useRef<AbortController | null>(null);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: (description: string) => {
      running.current = new AbortController();
      return draftSteps(session, { description, place, signal: running.current.signal });
    },
  });
  useEffect(() => () => running.current?.abort(), []);
  return {
    start: mutate,
    cancel: () => {
      running.current?.abort();
      reset();
    },
    isRunning: isPending,
    error,
  };
}

async function draftSteps(
  session: BuilderContextValue,
  { description, place, signal }: { description: string; place: AddPlace; signal: AbortSignal },
): Promise<void> {
  const { wiring } = place;
  const draft = findDraft(session);
  // The server only knows steps that are saved; without the one they are to follow it drafts as well.
  const isFollowing = wiring.kind !== 'none' && (await whenSaved(draft));
  signal.throwIfAborted();
  const { summary, firstNodeId, nodes } = await callApi(
    'proposeSteps',
    {
      params: { id: session.flowId },
      body: { description, afterNodeId: isFollowing ? wiring.nodeId : null },
    },
    { signal },
  );
  const proposal = { summary, firstNodeId, nodes: z.array(flowNodeSchema).parse(nodes) };
  const layout = await layOutProposal(proposal);
  signal.throwIfAborted();
  showProposal(session, { drafted: { proposal, layout, place }, Bar: ProposalBar });
}
