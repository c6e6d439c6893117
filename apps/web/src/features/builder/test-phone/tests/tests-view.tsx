import type { SavedFlowTest } from '@instaflow/contracts';
import { Button, Notice, SkeletonRows } from '@instaflow/ui';
import { Play } from 'lucide-react';
import { useErrorText } from '../../../../shared/components/use-error-text';
import { SaveTest } from './save-test';
import { TestItem } from './test-item';
import { useTestTexts } from './test-texts';
import { useFlowTests } from './use-flow-tests';
import { usePlayTests } from './use-play-tests';

/** The saved conversations of the flow: played here at once, and by the server before every publish. */
export function TestsView() {
  const t = useTestTexts();
  const errorText = useErrorText();
  const flowTests = useFlowTests();
  const { data, error, refetch } = flowTests.list;
  return (
    <section aria-label={t('title')} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-3 py-4">
      <div className="flex flex-col gap-1">
        <h3 className="font-semibold">{t('title')}</h3>
        <p className="text-sm text-ink-muted">{t('explain')}</p>
      </div>
      <SaveTest flowTests={flowTests} />
      {error && (
        <Notice
          tone="danger"
          role="alert"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t('failed', { reason: errorText(error) })}
        </Notice>
      )}
      {data ? (
        <TestList tests={data} flowTests={flowTests} />
      ) : (
        !error && <SkeletonRows label={t('loading')} count={2} />
      )}
    </section>
  );
}

function TestList({
  tests,
  flowTests,
}: {
  tests: readonly SavedFlowTest[];
  flowTests: ReturnType<typeof useFlowTests>;
}) {
  const t = useTestTexts();
  const { results, playTests } = usePlayTests();
  if (tests.length === 0) return <p className="text-sm text-ink-muted">{t('none')}</p>;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button
          size="sm"
          onClick={() => {
            playTests(tests);
          }}
        >
          <Play aria-hidden="true" />
          {t('runAll')}
        </Button>
        <Summary outcomes={tests.map(({ testId }) => results[testId]?.outcome)} />
      </div>
      <ul className="flex flex-col gap-2">
        {tests.map((saved) => (
          <TestItem
            key={saved.testId}
            saved={saved}
            result={results[saved.testId]}
            flowTests={flowTests}
            onPlay={() => {
              playTests([saved]);
            }}
          />
        ))}
      </ul>
    </>
  );
}

/** Only once all were played with this draft. */
function Summary({ outcomes }: { outcomes: readonly ('passed' | 'failed' | undefined)[] }) {
  const t = useTestTexts();
  const count = outcomes.filter((outcome) => outcome === 'failed').length;
  const total = outcomes.length;
  return (
    <p role="status" className="text-sm text-ink-muted">
      {!outcomes.includes(undefined) &&
        (count === 0 ? t('allPassed', { count: total }) : t('someFailed', { count, total }))}
    </p>
  );
}
