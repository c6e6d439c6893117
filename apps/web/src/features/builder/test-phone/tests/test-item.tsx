import type { SavedFlowTest } from '@instaflow/contracts';
import type { FlowTestResult } from '@instaflow/flow-engine';
import { Badge, IconButton } from '@instaflow/ui';
import { Check, CircleDashed, Play, X } from 'lucide-react';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { useIsPhone } from '../../use-is-phone';
import { describeDifference } from './describe-difference';
import { describeMove } from './describe-move';
import { findDifferenceNode } from './find-difference-node';
import { TestMenu } from './test-menu';
import { useTestTexts } from './test-texts';
import type { useFlowTests } from './use-flow-tests';

export type TestItemProps = {
  saved: SavedFlowTest;
  /** Undefined while it was not played with this draft. */
  result: FlowTestResult | undefined;
  flowTests: ReturnType<typeof useFlowTests>;
  onPlay: () => void;
};

/** One saved conversation: how it went, what was the first thing that differed, and what can be done with it. */
export function TestItem({ saved, result, flowTests, onPlay }: TestItemProps) {
  const t = useTestTexts();
  const { name, steps } = saved.test;
  return (
    <li className="flex flex-col gap-1.5 rounded-md border border-line p-2.5">
      <div className="flex items-start gap-1">
        <span className="min-w-0 flex-1 pt-0.5 font-medium break-words">{name}</span>
        <IconButton size="sm" label={t('runOne', { name })} onClick={onPlay}>
          <Play aria-hidden="true" />
        </IconButton>
        <TestMenu saved={saved} flowTests={flowTests} />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
        <Outcome outcome={result?.outcome} />
        {t('moves', { count: steps.length })}
      </div>
      {result?.firstDifference && <FirstDifference saved={saved} result={result} />}
    </li>
  );
}

const looks = {
  passed: { tone: 'success', icon: Check, text: 'passed' },
  failed: { tone: 'danger', icon: X, text: 'broken' },
  none: { tone: 'neutral', icon: CircleDashed, text: 'notRun' },
} as const;

function Outcome({ outcome = 'none' }: { outcome?: 'passed' | 'failed' | 'none' | undefined }) {
  const t = useTestTexts();
  const { tone, icon: Icon, text } = looks[outcome];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" className="size-3" />
      {t(text)}
    </Badge>
  );
}

function FirstDifference({
  saved: { flowId, test },
  result,
}: {
  saved: SavedFlowTest;
  result: FlowTestResult;
}) {
  const t = useTestTexts();
  const kindText = useTexts();
  const { store } = useBuilderSession();
  const isPhone = useIsPhone();
  const { firstDifference: first, differences } = result;
  const nodeId = first && findDifferenceNode(result, first, flowId);
  const node = useBuilder(({ definition }) => definition.nodes.find(({ id }) => id === nodeId));
  if (!first) return null;
  const move = test.steps[first.step]?.move;
  const what = describeDifference(t, first);
  return (
    <div className="flex flex-col items-start gap-1 text-sm">
      <p className="break-words">
        {move
          ? t('difference.at', { move: describeMove(t, move), what })
          : t('difference.atNumber', { number: first.step + 1, what })}
      </p>
      {differences.length > 1 && (
        <p className="text-ink-muted">{t('more', { count: differences.length - 1 })}</p>
      )}
      {node && (
        <button
          type="button"
          className="cursor-pointer text-left text-accent-text underline underline-offset-2 touch:min-h-10"
          onClick={() => {
            const { view, setView, goToNode, lightNode, setTestPhone } = store.getState();
            // There the phone lies over everything.
            if (isPhone) setTestPhone(false);
            if (view !== 'canvas') setView('canvas');
            goToNode(node.id);
            lightNode(node.id);
          }}
        >
          {t('jump', { name: node.name || nameKind(kindText, node.type) })}
        </button>
      )}
    </div>
  );
}
