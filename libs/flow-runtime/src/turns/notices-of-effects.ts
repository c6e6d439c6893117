import type { LoadedTurn, NoticeRow } from '@instaflow/db';
import type { Effect } from '@instaflow/flow-engine';

const hourMs = 3_600_000;

type Told = Pick<NoticeRow, 'kind' | 'audience' | 'reason' | 'message' | 'isInApp' | 'isMail'> & {
  key?: string;
};
type Around = { hasMail: boolean; now: number };

/** Whom the effects of a turn tell what. Where no mail can be sent, a message by mail only is shown in the app. */
export const noticesOfEffects = (
  turn: LoadedTurn,
  effects: readonly Effect[],
  around: Around,
): NoticeRow[] => {
  const { workspaceId, accountId, contactId, conversationId } = turn;
  return effects.flatMap((effect): NoticeRow[] => {
    const told = toldBy(effect, around);
    const { key, runId, flowId, nodeId } = effect;
    const origin = { workspaceId, accountId, contactId, conversationId, key, runId, flowId, nodeId };
    return told === null ? [] : [{ ...origin, ...told }];
  });
};

const toldBy = (effect: Effect, { hasMail, now }: Around): Told | null => {
  switch (effect.kind) {
    case 'notify_team': {
      const { message, channels } = effect;
      const isMail = hasMail && channels.includes('email');
      const isInApp = channels.includes('in_app') || !isMail;
      return { kind: 'team_message', audience: 'team', reason: null, message, isInApp, isMail };
    }
    case 'request_human': {
      const message = effect.messageToAgent;
      return {
        kind: 'human_takeover',
        audience: 'team',
        reason: null,
        message,
        isInApp: true,
        isMail: false,
      };
    }
    case 'notify_owner': {
      // That a run failed the database tells by itself, whoever found it out; this is about what no step did.
      if (effect.nodeId !== null) return null;
      const { reason, message, flowId } = effect;
      const key = `trigger_failed/${flowId ?? ''}/${Math.floor(now / hourMs)}`;
      return { kind: 'run_failed', audience: 'owners', reason, message, isInApp: true, isMail: true, key };
    }
    default:
      return null;
  }
};
