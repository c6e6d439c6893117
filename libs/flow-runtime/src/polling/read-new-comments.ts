import type { GraphClient, GraphMedia, GraphUsage, ParsedEvent } from '@instaflow/instagram';
import { commentsAsEvents } from '../recovery/to-missed-events';
import { isRecentPost, MissedReadingRefused, withReplies } from '../recovery/read-missed-events';

export type CommentReading = {
  graph: Pick<GraphClient, 'listMedia' | 'listComments'>;
  access: { accountInstagramId: string; token: string };
  /** Epoch milliseconds: comments before are known. */
  since: number;
  /** Comments of each post when it was read last; posts that have as many are passed over. */
  counts: Readonly<Record<string, number>>;
  now: number;
  pause: (ms: number) => Promise<void>;
};
/** What one step brought: a page of comments, and of a post that is read the count to remember. */
export type CommentPage = {
  events: ParsedEvent[];
  mediaId: string;
  readCount: number | null;
  usage: GraphUsage;
};

const pageSize = 50;
const betweenCallsMs = 500;
/** An hour of more comments than this is beyond what one poll may cost. */
const mostPages = 10;

/**
 * New comments below the recent posts whose number of comments changed, page by page; the first step brings the list of
 * posts and no comments. Whoever reads may stop after any. Throws `MissedReadingRefused`.
 */
export async function* readNewComments(reading: CommentReading): AsyncGenerator<CommentPage> {
  const { graph, access, counts, now } = reading;
  const posts = await graph.listMedia({ ...access, limit: pageSize });
  if (!posts.ok) throw new MissedReadingRefused(posts);
  yield { events: [], mediaId: '', readCount: null, usage: posts.usage };
  const recent = posts.items.filter((post, index) => isRecentPost(post, { index, now }));
  for (const post of recent.filter((one) => hasNew(one, counts))) yield* readPost(post, reading);
}

const hasNew = ({ mediaId, commentCount }: GraphMedia, counts: CommentReading['counts']): boolean =>
  commentCount === null || (commentCount > 0 && commentCount !== counts[mediaId]);

async function* readPost(post: GraphMedia, reading: CommentReading): AsyncGenerator<CommentPage> {
  const { graph, access, since, now, pause } = reading;
  const { mediaId, commentCount } = post;
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    await pause(betweenCallsMs);
    const answer: Awaited<ReturnType<typeof graph.listComments>> = await graph.listComments({
      mediaId,
      token: access.token,
      after,
      limit: pageSize,
    });
    if (!answer.ok) throw new MissedReadingRefused(answer);
    const fresh = answer.items.flatMap(withReplies).filter(({ createdAt }) => (createdAt ?? now) >= since);
    after = answer.nextCursor;
    const isLast = after === null || fresh.length === 0 || page === mostPages;
    yield {
      events: commentsAsEvents({ accountInstagramId: access.accountInstagramId, mediaId }, fresh, now),
      mediaId,
      readCount: isLast ? commentCount : null,
      usage: answer.usage,
    };
    if (isLast) return;
  }
}
