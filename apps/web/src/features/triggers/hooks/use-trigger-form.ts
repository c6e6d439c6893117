import type { FlowSummary, Trigger } from '@instaflow/contracts';
import { toast } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTriggerActions } from '../api/use-trigger-actions';
import { findConflicts } from '../find-conflicts';
import { useFlowStates } from './use-flow-states';
import {
  checkTriggerDraft,
  emptyDraft,
  fromTriggerDraft,
  toTriggerDraft,
  type TriggerDraft,
} from '../trigger-draft';

export type TriggerFormInput = {
  trigger: Trigger | null;
  triggers: readonly Trigger[];
  flows: readonly FlowSummary[];
  /** The flow a new one starts; null lets one choose. */
  flowId: string | null;
  onSaved: () => void;
};

/** State of the trigger form. Problems are told from the first attempt to save on. */
export function useTriggerForm({ trigger, triggers, flows, flowId, onSaved }: TriggerFormInput) {
  const { t } = useTranslation('triggers');
  const { save } = useTriggerActions();
  const { isLive } = useFlowStates();
  const [stored, setDraft] = useState(() => (trigger ? toTriggerDraft(trigger) : emptyDraft));
  const [isChecked, setIsChecked] = useState(false);
  const draft = { ...stored, flowId: stored.flowId || (flowId ?? flows[0]?.flowId ?? '') };
  const problems = checkTriggerDraft(draft);
  const { keyword, match, allowTypos, postScope, postPermalink, priority } = fromTriggerDraft(draft);
  const triggerId = trigger?.triggerId ?? null;
  const subject = {
    triggerId,
    flowId: draft.flowId,
    type: draft.type,
    keyword,
    match,
    allowTypos,
    postScope,
    postPermalink,
  };
  // A new one is the youngest of all.
  const createdAt = trigger?.createdAt ?? '9999';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (problems.length > 0) return;
    const onSuccess = () => {
      toast.success(t('done.saved'));
      onSaved();
    };
    save.mutate({ triggerId, draft }, { onSuccess });
  };
  return {
    draft,
    problems: isChecked ? problems : [],
    conflicts: findConflicts(
      { ...subject, priority: Number.isNaN(priority) ? 0 : priority, createdAt },
      triggers,
      isLive,
    ),
    change: (part: Partial<TriggerDraft>) => setDraft({ ...draft, ...part }),
    submit,
    isSaving: save.isPending,
    error: save.error,
  };
}
