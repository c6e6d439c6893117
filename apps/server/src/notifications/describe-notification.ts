import type { Notification } from '@instaflow/contracts';
import { failureSentence } from '@instaflow/flow-engine';

type Told = {
  kind: Notification['kind'];
  reason: string | null;
  message: string | null;
  flowName: string | null;
  accountName: string | null;
  /** Who wrote the comment it is about. */
  authorName: string | null;
};

/** What a notification says, in the app and by mail. */
export function describeNotification(told: Told): Pick<Notification, 'title' | 'message'> {
  return { title: titleOf(told), message: told.message ?? ordinaryMessageOf(told) };
}

function titleOf({ kind, flowName, accountName, authorName }: Told): string {
  const account = accountName === null ? 'An account' : `@${accountName}`;
  const flow = flowName === null ? null : `“${flowName}”`;
  switch (kind) {
    case 'team_message':
      return `Message from ${flow ?? 'a flow'}`;
    case 'human_takeover':
      return `Somebody waits for a person at ${account}`;
    case 'run_failed':
      return `${flow ?? 'A flow'} stopped for a contact`;
    case 'account_error':
      return `${account} needs to be connected again`;
    case 'flow_comment':
      return `${authorName ?? 'Somebody'} mentioned you in ${flow ?? 'a flow'}`;
  }
}

/** What is said where the reason came without words of its own. */
function ordinaryMessageOf({ kind, reason }: Told): string {
  switch (kind) {
    case 'team_message':
      return '';
    case 'human_takeover':
      return 'Automation handed a conversation over.';
    case 'run_failed':
      return failureSentence(reason ?? 'unknown_reason');
    case 'account_error':
      return 'Instagram refuses access.';
    case 'flow_comment':
      return 'The comment was deleted.';
  }
}
