import type { Flow } from '@instaflow/contracts';
import type { FlowProblem } from '@instaflow/flow-model';
import { countUnsaved } from '../autosave/autosave-machine';
import { useBuilder } from '../state/builder-context';
import { mergeProblems } from './merge-problems';
import type { usePublishPreview } from './use-publish-preview';

export type PublishBar = {
  problems: readonly FlowProblem[];
  /** What is live is what would be published. */
  isUnchanged: boolean;
  isBlocked: boolean;
};

/** What stands in the way of publishing. */
export function usePublishBar({
  flow: { status, hasUnpublishedChanges },
  preview: { query, isUnsaved },
  isIgnored,
}: {
  flow: Flow;
  preview: ReturnType<typeof usePublishPreview>;
  isIgnored: boolean;
}): PublishBar {
  const found = useBuilder((state) => state.problems);
  const hasUnsavedEdits = useBuilder(({ autosave }) => countUnsaved(autosave) > 0);
  const problems = mergeProblems(found, query.data?.problems ?? []);
  const isUnchanged = status === 'active' && !hasUnpublishedChanges && !hasUnsavedEdits;
  // What it means comes first; where that cannot be found out, the server still checks.
  const isUnknown = !query.data && !query.error && !isUnsaved;
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const hasFailedTests = query.data?.tests.passed === false && !isIgnored;
  return { problems, isUnchanged, isBlocked: isUnchanged || isUnknown || hasErrors || hasFailedTests };
}
