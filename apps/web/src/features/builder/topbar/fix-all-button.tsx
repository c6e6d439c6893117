import { Button, toast } from '@instaflow/ui';
import { useMutation } from '@tanstack/react-query';
import { Wrench } from 'lucide-react';
import { applyRepair } from '../actions/apply-fix';
import { useBuilder, useBuilderStore } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { requestValidation } from '../validation/request-validation';
import { useValidationInput } from '../validation/use-validation-input';

/** Repairs everything that can be repaired by itself, as one edit. */
export function FixAllButton() {
  const t = useTexts();
  const store = useBuilderStore();
  const input = useValidationInput();
  const canFix = useBuilder(
    ({ problems, isReadOnly }) => !isReadOnly && problems.filter(({ fix }) => fix).length > 1,
  );
  const repair = useMutation({
    mutationFn: () => requestValidation({ ...input, isRepairWanted: true }),
    onSuccess: ({ repair: found }) => {
      const isCurrent = store.getState().definition === input.definition;
      if (!isCurrent) toast(t('issues.gone'));
      else if (!found || found.count === 0) toast(t('issues.nothingToFix'));
      else applyRepair(store, found);
    },
  });
  if (!canFix) return null;
  return (
    <Button
      size="sm"
      className="mx-2 mb-1 self-start"
      isBusy={repair.isPending}
      onClick={() => {
        repair.mutate();
      }}
    >
      <Wrench aria-hidden="true" />
      {t('issues.fixAll')}
    </Button>
  );
}
