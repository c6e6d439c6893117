import type { FlowTest } from '@instaflow/flow-model';
import { Button } from '@instaflow/ui';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { useBuilder } from '../../state/builder-context';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';
import { SaveTestDialog } from './save-test-dialog';
import { useTestTexts } from './test-texts';
import type { useFlowTests } from './use-flow-tests';

const mostTests = 200;

/** Turns the talk on the phone so far into a saved conversation. */
export function SaveTest({ flowTests }: { flowTests: ReturnType<typeof useFlowTests> }) {
  const t = useTestTexts();
  const { recordTest } = usePhoneWorld();
  const [recorded, setRecorded] = useState<FlowTest | null>(null);
  const hasBegun = usePhone(({ earlier }) => earlier.length > 0);
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  const count = flowTests.list.data?.length ?? 0;
  if (isReadOnly) return null;
  const hint = count >= mostTests ? t('full') : hasBegun ? null : t('save.hint');
  return (
    <div className="flex flex-col gap-1.5">
      <Button
        className="self-start"
        disabled={hint !== null || !flowTests.list.data}
        onClick={() => {
          const test = recordTest();
          if (test) setRecorded({ ...test, name: nameTest(test.name, count + 1) });
        }}
      >
        <BookmarkPlus aria-hidden="true" />
        {t('save.button')}
      </Button>
      {hint !== null && <p className="text-sm text-ink-muted">{hint}</p>}
      <SaveTestDialog
        recorded={recorded}
        create={flowTests.create}
        onClose={() => {
          setRecorded(null);
        }}
      />
    </div>
  );

  function nameTest(flow: string, number: number): string {
    return t('save.nameDefault', { flow, number }).slice(0, 200);
  }
}
