import { Badge, Button, cx, toast } from '@instaflow/ui';
import { Check, PenLine, Sparkles, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { announce } from '../../../shared/components/live-region';
import { StepWalk } from '../overlay/step-walk';
import { useMarks } from '../overlay/use-marks';
import { useOverlay } from '../overlay/use-overlay';
import { useShownKeys } from '../overlay/use-shown-keys';
import { useBuilder, useBuilderSession } from '../state/builder-context';
import { acceptProposal, discardProposal } from './end-proposal';
import { markProposal } from './mark-proposal';
import { useProposalTexts } from './proposal-texts';
import { showProposal } from './show-proposal';
import type { ShownProposal } from './shown-proposal';

/** What is proposed, and the choice: into the flow, away, or drafted again from other words. */
export function ProposalBar() {
  const proposal = useOverlay((state) => state.proposal);
  return proposal && <Bar proposal={proposal} />;
}

function Bar({ proposal }: { proposal: ShownProposal }) {
  const t = useProposalTexts();
  const { store } = useBuilderSession();
  const { accept, discard } = useChoices(proposal);
  const acceptButton = useRef<HTMLButtonElement>(null);
  const summaryId = useId();
  const { nodeIds, drafted } = proposal;
  const count = t('bar.count', { count: nodeIds.length });
  useShownKeys({ onLeave: discard, onConfirm: accept });
  useProposalMarks(proposal);
  useArrival(proposal, acceptButton);
  return (
    <section
      aria-label={t('bar.title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line bg-surface px-2 py-1.5 sm:px-3"
    >
      <h2 className="flex items-center gap-2 text-sm font-semibold">
        <Sparkles aria-hidden="true" className="size-4 text-accent-text" />
        {t('bar.title')}
        <Badge tone="accent">{count}</Badge>
      </h2>
      <span className="flex flex-wrap items-center gap-1.5">
        <Button
          ref={acceptButton}
          size="sm"
          variant="primary"
          aria-describedby={summaryId}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={accept}
        >
          <Check aria-hidden="true" />
          {t('bar.accept')}
        </Button>
        <Button size="sm" aria-keyshortcuts="Escape" onClick={discard}>
          <X aria-hidden="true" />
          {t('bar.discard')}
        </Button>
        <Button
          size="sm"
          aria-haspopup="dialog"
          onClick={() => {
            // Over the steps, which stay until there are others.
            store.getState().describe(drafted.place);
          }}
        >
          <PenLine aria-hidden="true" />
          {t('bar.change')}
        </Button>
      </span>
      <StepWalk
        nodeIds={nodeIds}
        count={count}
        position={(place) => t('bar.position', place)}
        previous={t('bar.previous')}
        next={t('bar.next')}
      />
      <Summary key={drafted.proposal.firstNodeId} id={summaryId} text={drafted.proposal.summary} />
    </section>
  );
}

/** Longer than this, it may be cut to two lines. */
const shortSummary = 160;

function Summary({ id, text }: { id: string; text: string }) {
  const t = useProposalTexts();
  const [isWhole, setWhole] = useState(false);
  return (
    <div className="flex w-full items-start gap-2">
      <p
        id={id}
        className={cx('min-w-0 flex-1 text-sm break-words text-ink-muted', !isWhole && 'line-clamp-2')}
      >
        {text}
      </p>
      {text.length > shortSummary && (
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {t(isWhole ? 'bar.less' : 'bar.more')}
        </Button>
      )}
    </div>
  );
}

function useChoices(proposal: ShownProposal): { accept: () => void; discard: () => void } {
  const t = useProposalTexts();
  const { viewport } = useBuilderSession();
  return useMemo(
    () => ({
      accept: () => {
        const accepted = acceptProposal(proposal);
        if (!accepted) return;
        if (accepted.isLost) toast.warning(t('lost'));
        // Once the canvas has drawn the draft.
        requestAnimationFrame(() => viewport.get()?.fit(accepted.steps.map(({ id }) => id)));
      },
      discard: () => {
        discardProposal(proposal);
        // Read out as well. Escape is pressed easily, and drafting takes a while.
        const again = { label: t('again'), onClick: () => showProposal(proposal.draft, proposal) };
        toast(t('discarded'), { id: 'discarded-proposal', action: again });
      },
    }),
    [proposal, t, viewport],
  );
}

function useProposalMarks({ nodeIds }: ShownProposal): void {
  const definition = useBuilder((state) => state.definition);
  useMarks(useMemo(() => markProposal(definition, nodeIds), [definition, nodeIds]));
}

/** Tells that the steps are there, brings them into view, and gives the focus to what most likely comes next. */
function useArrival(
  { nodeIds, drafted }: ShownProposal,
  acceptButton: RefObject<HTMLButtonElement | null>,
): void {
  const t = useProposalTexts();
  const { store, viewport } = useBuilderSession();
  useEffect(() => {
    const { proposal, place } = drafted;
    const seen = place.wiring.kind === 'none' ? nodeIds : [place.wiring.nodeId, ...nodeIds];
    announce(t('shown', { count: nodeIds.length }));
    // Where the arrow keys begin once the focus goes to the canvas.
    store.getState().selectNodes([proposal.firstNodeId]);
    acceptButton.current?.focus();
    // Once the canvas has drawn them.
    const frame = requestAnimationFrame(() => viewport.get()?.fit([...seen]));
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [nodeIds, drafted, acceptButton, store, viewport, t]);
}
