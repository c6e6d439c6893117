import type { Trigger } from '@instaflow/contracts';
import { useAccountTriggers } from '../../../shared/account/use-account-triggers';
import { TriggerDialog } from './trigger-dialog';

export type FlowTriggerDialogProps = {
  flowId: string;
  /** Null makes a new one. */
  trigger: Trigger | null;
  onClose: () => void;
};

/** The form of triggers for one flow: every kind and option, with a warning of conflicts in the whole account. */
export function FlowTriggerDialog({ flowId, trigger, onClose }: FlowTriggerDialogProps) {
  const triggers = useAccountTriggers().data?.triggers ?? [];
  return <TriggerDialog flowId={flowId} trigger={trigger} triggers={triggers} onClose={onClose} />;
}
