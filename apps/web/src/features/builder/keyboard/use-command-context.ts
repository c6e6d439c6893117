import { useMemo } from 'react';
import { useBuilderSession } from '../state/builder-context';
import { useTexts } from '../texts/use-texts';
import { useTidy } from '../use-tidy';
import type { CommandContext } from './run-command';

/** What commands need to run. */
export function useCommandContext(): CommandContext {
  const t = useTexts();
  const session = useBuilderSession();
  const tidy = useTidy();
  return useMemo(() => ({ session, tidy, groupName: t('groupView.newName') }), [session, tidy, t]);
}
