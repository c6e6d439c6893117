import type { LoadedTurn, NoticeRow } from '@instaflow/db';
import type { Effect, TraceStep } from '@instaflow/flow-engine';

/** What the effects of a turn tell the team. Where no mail can be sent, a message by mail only is shown in the app. */
export const noticesOfEffects = (
  turn: LoadedTurn,
  effects: readonly Effect[],
  { hasMail }: { hasMail: boolean },
): NoticeRow[] => {
  const { workspaceId, accountId, contactId, conversationId } = turn;
  const owner = { workspaceId, accountId, contactId, conversationId };
  return effects.flatMap((effect): NoticeRow[] => {
    if (effect.kind !== 'notify_team' && effect.kind !== 'request_human') return [];
    const { key, runId, flowId, nodeId } = effect;
    const origin = { ...owner, key, runId, flowId, nodeId };
    if (effect.kind === 'request_human') {
      const message = effect.messageToAgent;
      return [{ ...origin, kind: 'human_takeover', message, isInApp: true, isMail: false }];
    }
    const isMail = hasMail && effect.channels.includes('email');
    const isInApp = effect.channels.includes('in_app') || !isMail;
    return [{ ...origin, kind: 'team_message', message: effect.message, isInApp, isMail }];
  });
};

/** The steps of a turn, those noted that wanted to send a mail where there is no way to. */
export const withMissingMail = (
  steps: readonly TraceStep[],
  effects: readonly Effect[],
  { hasMail }: { hasMail: boolean },
): readonly TraceStep[] => {
  if (hasMail) return steps;
  const mailing = new Set(
    effects.flatMap((effect) =>
      effect.kind === 'notify_team' && effect.channels.includes('email') ? [effect.key] : [],
    ),
  );
  if (mailing.size === 0) return steps;
  return steps.map((step) =>
    step.effectKeys.some((key) => mailing.has(key))
      ? { ...step, detail: { ...step.detail, email: 'no_mail_server' } }
      : step,
  );
};
