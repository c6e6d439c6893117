import type { Logger } from '@instaflow/platform';
import { bindPosts, type PostBinder } from './bind-posts';
import { publishMessengerProfiles, type ProfilePublisher } from './publish-messenger-profile';

export type TriggerKeeper = {
  start(): void;
  /** Does what is due; rejects when the database cannot be read. */
  run(): Promise<void>;
  /** Takes nothing more and waits for what is under way. */
  stop(): Promise<void>;
};

/** Keeps Instagram and triggers together: posts that triggers are about, ice breakers, menus. One per process. */
export function createTriggerKeeper(
  options: PostBinder & ProfilePublisher & { log: Logger; intervalMs?: number },
): TriggerKeeper {
  const { log, intervalMs = 2_000 } = options;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    await publishMessengerProfiles(options);
    await bindPosts(options);
  };
  const run = (): Promise<void> => (running ??= work().finally(() => (running = null)));
  const tick = (): void => {
    run().catch((err: unknown) =>
      log.warn({ err }, 'Posts and menus were not looked after; the next look follows.'),
    );
  };
  return {
    run,
    start: () => {
      timer ??= setInterval(tick, intervalMs);
    },
    stop: async () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
      await running?.catch((err: unknown) =>
        log.warn({ err }, 'Looking after posts and menus was not finished.'),
      );
    },
  };
}
