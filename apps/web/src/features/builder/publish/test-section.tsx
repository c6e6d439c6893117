import type { FlowTestOutcome, PublishPreview } from '@instaflow/contracts';
import { Button, Checkbox, Notice } from '@instaflow/ui';
import { CircleX } from 'lucide-react';
import { useBuilderStore } from '../state/builder-context';
import { describeDifference } from '../test-phone/tests/describe-difference';
import { useTestTexts } from '../test-phone/tests/test-texts';
import { usePublishTexts } from './publish-texts';

export type TestSectionProps = {
  tests: PublishPreview['tests'];
  isIgnored: boolean;
  onIgnore: (isIgnored: boolean) => void;
};

/** How the saved conversations went with the draft; failed ones stand in the way until somebody says otherwise. */
export function TestSection({ tests: { passed, results }, isIgnored, onIgnore }: TestSectionProps) {
  const t = usePublishTexts();
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  if (results.length === 0) return <p className="text-sm text-ink-muted">{t('tests.none')}</p>;
  if (passed) return <Notice tone="success">{t('tests.passed', { count: results.length })}</Notice>;
  return (
    <>
      <Notice tone="danger">{t('tests.failed', { count: failed.length, total: results.length })}</Notice>
      <ul className="flex flex-col gap-1.5">
        {failed.map((result) => (
          <FailedTest key={result.testId} result={result} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Checkbox label={t('tests.anyway')} isChecked={isIgnored} onChange={onIgnore} />
        <OpenTests />
      </div>
    </>
  );
}

function FailedTest({ result: { name, differences } }: { result: FlowTestOutcome }) {
  const t = useTestTexts();
  const [first] = differences;
  return (
    <li className="flex items-start gap-2">
      <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-text" />
      <span className="min-w-0 break-words">
        <span className="font-medium">{name}</span>
        {first && (
          <span className="block text-sm text-ink-muted">
            {t('difference.atNumber', { number: first.step + 1, what: describeDifference(t, first) })}
          </span>
        )}
      </span>
    </li>
  );
}

function OpenTests() {
  const t = usePublishTexts();
  const store = useBuilderStore();
  const open = async () => {
    store.getState().setDialog(null);
    store.getState().setTestPhone(true);
    const { phoneOf } = await import('../test-phone/state/use-phone');
    phoneOf(store).getState().showSide('tests');
  };
  return (
    <Button size="sm" onClick={() => void open()}>
      {t('tests.open')}
    </Button>
  );
}
