import type { ClaimedEffect } from '@instaflow/db';
import type { EffectSlots } from './effect-slots';

export type ClaimLoop = {
  /** Takes what is due until nothing more is, or all slots are taken. Rejects when it cannot be read. */
  look(): Promise<void>;
  /** `look` for those who cannot handle a failure. */
  poke(): void;
  /** Takes nothing more; answers when nothing is being taken. */
  stop(): Promise<void>;
};

/** Claims effects and begins them; of many requests at once one looks, and looks again for the others. */
export const createClaimLoop = (options: {
  slots: EffectSlots;
  claim: (room: { limit: number; busy: string[] }) => Promise<ClaimedEffect[]>;
  carryOut: (effect: ClaimedEffect) => Promise<void>;
  onError: (error: unknown) => void;
}): ClaimLoop => {
  const { slots, claim, carryOut } = options;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let isStopped = false;

  const claimAll = async (): Promise<void> => {
    while (lookAgain && !isStopped) {
      lookAgain = false;
      const limit = slots.free();
      // Whoever ends makes room and looks again.
      if (limit === 0) return;
      const claimed = await claim({ limit, busy: slots.busyAccounts() });
      for (const effect of claimed) void slots.occupy(effect.accountId, carryOut(effect)).then(poke, poke);
      if (claimed.length > 0) lookAgain = true;
    }
  };

  const look = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    lookAgain = true;
    looking ??= claimAll().finally(() => {
      looking = null;
      // Asked again between the last claim and now.
      if (lookAgain && slots.free() > 0) poke();
    });
    return looking;
  };

  const poke = (): void => {
    look().catch(options.onError);
  };

  return {
    look,
    poke,
    stop: async () => {
      isStopped = true;
      await looking?.catch(options.onError);
    },
  };
};
