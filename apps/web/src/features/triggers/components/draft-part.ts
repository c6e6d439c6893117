import type { DraftProblem, TriggerDraft } from '../trigger-draft';

/** What a part of the trigger form shows and changes. */
export type DraftPartProps = {
  draft: TriggerDraft;
  problems: readonly DraftProblem[];
  onChange: (change: Partial<TriggerDraft>) => void;
};
