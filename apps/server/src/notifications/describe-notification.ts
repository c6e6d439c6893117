import type { Notification } from '@instaflow/contracts';
import { failureSentence } from '@instaflow/flow-engine';

type Told = {
  kind: Notification['kind'];
  reason: string | null;
  message: string | null;
  flowName: string | null;
  accountName: string | null;
};

/** What a notification says, in the app and by mail. */
export function describeNotification(told: Told): Pick<Notification, 'title' | 'message'> {
  const { reason, message } = told;
  const account = told.accountName === null ? 'An account' : `@${told.accountName}`;
  const flow = told.flowName === null ? 'A flow' : `“${told.flowName}”`;
  switch (told.kind) {
    case 'team_message':
      return { title: `Message from ${told.flowName === null ? 'a flow' : flow}`, message: message ?? '' };
    case 'human_takeover':
      return {
        title: `Somebody waits for a person at ${account}`,
        message: message ?? 'Automation handed a conversation over.',
      };
    case 'run_failed':
      return { title: `${flow} stopped for a contact`, message: failureSentence(reason ?? 'unknown_reason') };
    case 'account_error':
      return {
        title: `${account} needs to be connected again`,
        message: message ?? 'Instagram refuses access.',
      };
  }
}
