import type { Effect, TraceStep } from '@instaflow/flow-engine';

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
