import { cx } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import { CallView } from './call-view';
import { DeliveryView } from './delivery-view';
import { listValues } from './list-values';
import type { ShownStep } from './trace-step';
import { useReasonText } from './use-reason-text';
import { ValueList } from './value-list';

export type StepListProps = {
  steps: readonly ShownStep[];
  /** The message whose delivery is pointed out. */
  messageLogId?: string;
};

const dots: Record<string, string> = {
  advanced: 'bg-success',
  finished: 'bg-success',
  waiting: 'bg-warning',
  failed: 'bg-danger',
};

/** The steps that ran, in order: what they read, which way they went, and what became of what they sent. */
export function StepList({ steps, messageLogId }: StepListProps) {
  return (
    <ol className="ml-1.5 flex flex-col border-l border-line">
      {steps.map((step, index) => (
        <Step key={index} step={step} messageLogId={messageLogId} />
      ))}
    </ol>
  );
}

function Step({ step, messageLogId }: { step: ShownStep; messageLogId: string | undefined }) {
  const { t } = useTranslation('trace');
  const { calls = [] } = step;
  const further = step.effectKeys.length - step.messages.length - calls.length;
  return (
    <li className="relative flex flex-col gap-1 py-1 pl-4">
      <span
        aria-hidden="true"
        className={cx('absolute top-2.5 -left-1 size-2 rounded-full', dots[step.outcome] ?? 'bg-line-strong')}
      />
      <StepHead step={step} />
      <ValueList values={listValues(step.detail).filter(({ text }) => text !== step.reason)} />
      {step.messages.map((delivery) => (
        <DeliveryView
          key={delivery.key}
          delivery={delivery}
          isMarked={delivery.messageLogId === messageLogId}
        />
      ))}
      {calls.map((call) => (
        <CallView key={call.key} call={call} />
      ))}
      {step.nodeName !== null && further > 0 && (
        <p className="text-sm text-ink-muted">{t('furtherEffects', { count: further })}</p>
      )}
    </li>
  );
}

function StepHead({ step }: { step: ShownStep }) {
  const { t } = useTranslation('trace');
  const { nodeTypeText, outcomeText, reasonText, branchText, waitingForText } = useReasonText();
  const { waitingFor } = step.detail;
  const waits = step.outcome === 'waiting' && typeof waitingFor === 'string';
  const said = [
    waits ? `${outcomeText('waiting')} ${waitingForText(waitingFor)}` : outcomeText(step.outcome),
    step.branch !== null && step.branch !== 'next' && branchText(step.branch),
    step.reason && reasonText(step.reason),
    step.visit > 1 && t('visit', { count: step.visit }),
  ].filter(Boolean);
  return (
    <p className="flex flex-wrap gap-x-2">
      <span className="font-medium break-words">{step.nodeName || nodeTypeText(step.nodeType)}</span>
      {step.nodeName && <span className="text-ink-muted">{nodeTypeText(step.nodeType)}</span>}
      <span className="text-ink-muted">{said.join(' · ')}</span>
    </p>
  );
}
