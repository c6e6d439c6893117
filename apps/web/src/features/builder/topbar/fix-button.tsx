import type { FlowFix } from '@instaflow/flow-model';
import { Button, toast } from '@instaflow/ui';
import { Wrench } from 'lucide-react';
import { applyFix } from '../actions/apply-fix';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import '../texts/edit-texts';

/** Repairs one problem with a click; what it does is what it says, and undo takes it back. */
export function FixButton({ fix, onFixed }: { fix: FlowFix; onFixed?: () => void }) {
  const t = useTexts();
  const store = useBuilderStore();
  const isReadOnly = useBuilder((state) => state.isReadOnly);
  if (isReadOnly) return null;
  return (
    <Button
      size="sm"
      variant="soft"
      className="h-auto min-h-7 max-w-full py-1 text-left whitespace-normal"
      onClick={() => {
        if (applyFix(store, fix)) onFixed?.();
        else toast(t('issues.gone'));
      }}
    >
      <Wrench aria-hidden="true" />
      {fix.label}
    </Button>
  );
}
