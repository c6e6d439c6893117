import type { TalkStep, ValueChange } from '@instaflow/flow-engine';
import { cx } from '@instaflow/ui';
import { listValues } from '../../../../shared/trace/list-values';
import { useReasonText } from '../../../../shared/trace/use-reason-text';
import { ValueList } from '../../../../shared/trace/value-list';
import { useBuilder, useBuilderSession } from '../../state/builder-context';
import { nameKind } from '../../texts/name-kind';
import { useTexts } from '../../texts/use-texts';
import { usePhoneWorld } from '../world/phone-world';

const dots: Record<TalkStep['outcome'], string> = {
  advanced: 'bg-success',
  finished: 'bg-success',
  waiting: 'bg-warning',
  failed: 'bg-danger',
};

/** One step: what it did, which way it was left by and why, and the values it changed. Leads to it on the canvas. */
export function StepEntry({ step }: { step: TalkStep }) {
  const { store, flowId } = useBuilderSession();
  const node = useBuilder((state) =>
    step.flowId === flowId ? state.definition.nodes.find(({ id }) => id === step.nodeId) : undefined,
  );
  const isLit = useBuilder((state) => node !== undefined && state.litNodeId === node.id);
  const head = <StepHead step={step} name={node?.name} />;
  return (
    <li className="relative flex flex-col gap-0.5 py-1 pl-3">
      <span
        aria-hidden="true"
        className={cx('absolute top-3 -left-1 size-2 rounded-full', dots[step.outcome])}
      />
      {node ? (
        <button
          type="button"
          aria-current={isLit ? 'step' : undefined}
          className="cursor-pointer rounded-sm px-1.5 py-0.5 text-left text-sm hover:bg-hover aria-[current]:bg-accent-soft touch:min-h-10"
          onClick={() => {
            const { view, setView, goToNode } = store.getState();
            if (view !== 'canvas') setView('canvas');
            goToNode(node.id);
          }}
        >
          {head}
        </button>
      ) : (
        <div className="px-1.5 py-0.5 text-sm">{head}</div>
      )}
      <div className="flex flex-col gap-1 px-1.5 empty:hidden">
        <ValueList values={listValues(step.detail).filter(({ text }) => text !== step.reason)} />
        <Changes changes={step.changes} />
      </div>
    </li>
  );
}

function StepHead({ step, name }: { step: TalkStep; name: string | undefined }) {
  const t = useTexts();
  const { flowId } = useBuilderSession();
  const { flowName } = usePhoneWorld();
  const { outcomeText, reasonText, branchText, waitingForText } = useReasonText();
  const { waitingFor } = step.detail;
  const waits = step.outcome === 'waiting' && typeof waitingFor === 'string';
  const other = step.flowId === flowId ? null : flowName(step.flowId);
  const said = [
    other,
    waits ? `${outcomeText('waiting')} ${waitingForText(waitingFor)}` : outcomeText(step.outcome),
    step.branch !== null && step.branch !== 'next' && branchText(step.branch),
    step.reason !== null && reasonText(step.reason),
    step.visit > 1 && t('phone.trace.visit', { count: step.visit }),
  ].filter(Boolean);
  return (
    <>
      <span className="font-medium break-words">{name || nameKind(t, step.nodeType)}</span>{' '}
      <span className="text-ink-muted">{said.join(' · ')}</span>
    </>
  );
}

/** Values before and after. */
function Changes({ changes }: { changes: readonly ValueChange[] }) {
  const t = useTexts();
  if (changes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {changes.map(({ name, before, after }) => (
        <li key={name} className="break-words">
          <code className="text-xs">{name}</code>{' '}
          <span className="text-ink-muted line-through">
            <span className="sr-only">{t('phone.trace.before')}</span>
            {show(before)}
          </span>{' '}
          <span aria-hidden="true">→</span>{' '}
          <span>
            <span className="sr-only">{t('phone.trace.after')}</span>
            {show(after)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function show(value: ValueChange['before']): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value === '' ? '“”' : value;
  const isWordList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isWordList ? value.join(', ') || '–' : JSON.stringify(value);
}
