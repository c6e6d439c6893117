import {
  bindTrigger,
  claimUnboundTriggers,
  putOffTrigger,
  type DataSource,
  type UnboundTrigger,
} from '@instaflow/db';
import { openToken } from '@instaflow/delivery';
import { readShortcode } from '@instaflow/flow-engine';
import type { GraphClient, GraphMedia } from '@instaflow/instagram';
import type { Clock, KeyRing } from '@instaflow/platform';

export type PostBinder = {
  /** Of role `engine`. */
  engineSource: DataSource;
  graph: Pick<GraphClient, 'listMedia'>;
  keyRing: Pick<KeyRing, 'open'>;
  clock: Clock;
};

const batchSize = 20;
/** More than the pages of one account may take. */
const leaseMs = 120_000;
const pageSize = 50;
/** Posts farther back are named by nobody who makes a trigger now. */
const maxPages = 10;
/** A post that is about to be published is looked for as often as its first comments make worthwhile. */
const nextPostEveryMs = 30_000;
const longestPauseMs = 3_600_000;

/**
 * Finds the posts triggers are about: comments name a post by its id only, triggers by its address or by being the next
 * one. Answers how many triggers were looked at.
 */
export async function bindPosts(binder: PostBinder): Promise<number> {
  const triggers = await claimUnboundTriggers(binder.engineSource, {
    limit: batchSize,
    leaseMs,
    now: binder.clock.now(),
  });
  for (const trigger of triggers) await bindOne(binder, trigger);
  return triggers.length;
}

async function bindOne(binder: PostBinder, trigger: UnboundTrigger): Promise<void> {
  const { engineSource, clock } = binder;
  const post = await findPost(binder, trigger);
  if (post === null) {
    const at = clock.now() + pauseMs(trigger);
    await putOffTrigger(engineSource, { triggerId: trigger.triggerId, at });
  } else await bindTrigger(engineSource, { trigger, mediaId: post.mediaId });
}

function pauseMs({ scope, checks }: UnboundTrigger): number {
  if (scope === 'next') return nextPostEveryMs;
  return Math.min(longestPauseMs, nextPostEveryMs * 2 ** Math.min(checks, 10));
}

/** Null when it is not there (yet), and when Instagram cannot be asked. */
async function findPost({ graph, keyRing }: PostBinder, trigger: UnboundTrigger): Promise<GraphMedia | null> {
  const token = openToken(keyRing, trigger);
  if (token === null) return null;
  const newer: GraphMedia[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await graph.listMedia({
      accountInstagramId: trigger.accountInstagramId,
      token,
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    if (!answer.ok) return null;
    const { items, nextCursor } = answer;
    const fitting = items.filter((post) => fits(post, trigger));
    newer.push(...fitting);
    const isDone = trigger.scope === 'one' ? fitting.length > 0 : fitting.length < items.length;
    if (isDone || nextCursor === null) break;
    after = nextCursor;
  }
  return newer.at(-1) ?? null;
}

/** Of the posts after the trigger was made, newest first, the last one is the next. */
function fits(post: GraphMedia, { scope, permalink, createdAt }: UnboundTrigger): boolean {
  if (scope === 'next') return post.createdAt !== null && post.createdAt > createdAt.getTime();
  if (permalink === null) return false;
  const wanted = readShortcode(permalink);
  return wanted === post.mediaId || (post.permalink !== null && wanted === readShortcode(post.permalink));
}
