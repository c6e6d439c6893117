import { iceBreakers, persistentMenu } from '@instaflow/contracts';
import {
  claimDueProfiles,
  finishProfile,
  type DataSource,
  type DueProfile,
  type PublishOutcome,
} from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import type { GraphClient, GraphFailure, OutcomeClass } from '@instaflow/instagram';
import type { Clock, KeyRing } from '@instaflow/platform';

type Calls = 'setIceBreakers' | 'deleteIceBreakers' | 'setPersistentMenu' | 'deletePersistentMenu';
export type ProfilePublisher = {
  /** Of role `engine`. */
  engineSource: DataSource;
  graph: Pick<GraphClient, Calls>;
  keyRing: Pick<KeyRing, 'open'>;
  clock: Clock;
};

const batchSize = 10;
/** Longer than a call may take. */
const leaseMs = 60_000;
const firstPauseMs = 5_000;
const longestPauseMs = 15 * 60_000;
const maxAttempts = 50;

/** What may be different next time; a replacement may be repeated whatever became of the first. */
const passing: ReadonlySet<OutcomeClass> = new Set([
  'throttled',
  'transient',
  'ambiguous',
  'not_sent',
  'token',
  'account_blocked',
]);

/** Gives Instagram the ice breakers and menus that were changed. Answers how many were tried. */
export async function publishMessengerProfiles(publisher: ProfilePublisher): Promise<number> {
  const { engineSource, clock } = publisher;
  const due = await claimDueProfiles(engineSource, { limit: batchSize, leaseMs, now: clock.now() });
  for (const profile of due) {
    const outcome = await publish(publisher, profile);
    await finishProfile(engineSource, { profile, outcome, now: clock.now() });
  }
  return due.length;
}

async function publish(publisher: ProfilePublisher, profile: DueProfile): Promise<PublishOutcome> {
  const token = openToken(publisher.keyRing, profile);
  if (token === null) {
    return {
      state: 'failed',
      reason: 'The access token cannot be read: connect the account again.',
      dueAt: null,
    };
  }
  const access = { accountInstagramId: profile.accountInstagramId, token };
  const answer = await callFor(publisher, profile, access);
  if (answer.ok) return { state: 'published', reason: null, dueAt: null };
  return afterFailure(answer, { attempts: profile.attempts, now: publisher.clock.now() });
}

function callFor(
  { graph }: ProfilePublisher,
  { kind, sets: stored }: DueProfile,
  access: { accountInstagramId: string; token: string },
) {
  if (kind === 'menu') {
    const menus = persistentMenu.shape.menus.parse(stored).map((menu) => ({
      ...menu,
      items: menu.items.map((item) =>
        item.type === 'postback'
          ? { type: item.type, title: item.title, payload: item.payload }
          : { type: item.type, title: item.title, url: item.url },
      ),
    }));
    return menus.length === 0
      ? graph.deletePersistentMenu(access)
      : graph.setPersistentMenu({ ...access, menus });
  }
  const sets = iceBreakers.shape.sets.parse(stored).map(({ locale, items }) => ({
    locale: locale === 'default' ? null : locale,
    iceBreakers: items.map(({ question, payload }) => ({ question, payload })),
  }));
  return sets.length === 0 ? graph.deleteIceBreakers(access) : graph.setIceBreakers({ ...access, sets });
}

function afterFailure(
  { outcome, sentence, retryAfterMs }: GraphFailure,
  { attempts, now }: { attempts: number; now: number },
): PublishOutcome {
  if (!passing.has(outcome) || attempts >= maxAttempts) {
    return { state: 'failed', reason: sentence, dueAt: null };
  }
  const ownPauseMs = firstPauseMs * 2 ** Math.min(attempts - 1, 10);
  const pauseMs = Math.min(longestPauseMs, Math.max(ownPauseMs, retryAfterMs ?? 0));
  return { state: 'pending', reason: sentence, dueAt: now + pauseMs };
}
