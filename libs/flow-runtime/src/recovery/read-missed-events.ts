import type {
  GraphClient,
  GraphComment,
  GraphConversation,
  GraphFailure,
  GraphMedia,
  GraphPage,
  GraphResult,
  ParsedEvent,
} from '@instaflow/instagram';
import { commentsAsEvents, messagesAsEvents } from './to-missed-events';

export type MissedReading = {
  graph: Pick<GraphClient, 'listConversations' | 'getConversationMessages' | 'listMedia' | 'listComments'>;
  access: { accountInstagramId: string; token: string };
  /** Epoch milliseconds. */
  since: number;
  now: number;
  pause: (ms: number) => Promise<void>;
};

/** Reading stopped because Instagram refused a call. */
export class MissedReadingRefused extends Error {
  constructor(readonly failure: GraphFailure) {
    super(failure.sentence);
  }
}

const pageSize = 50;
/** Instagram allows two such calls a second. */
const betweenCallsMs = 500;
/** Whoever asked for this may just have made such calls. */
const beforeFirstCallMs = 1_000;
/** Nobody can answer a comment in private later; older posts hardly get any. */
const postAgeMs = 7 * 24 * 3_600_000;
const newestPosts = 10;

/**
 * What happened at an account since a time, post by post and conversation by conversation, so that memory holds one page
 * whatever was missed. Of a conversation Instagram shows the 20 newest messages. Throws `MissedReadingRefused`.
 */
export async function* readMissedEvents(reading: MissedReading): AsyncGenerator<ParsedEvent[]> {
  yield* readConversations(reading);
  yield* readComments(reading);
}

async function* readConversations(reading: MissedReading): AsyncGenerator<ParsedEvent[]> {
  const { graph, access, since, now, pause } = reading;
  await pause(beforeFirstCallMs);
  for (let after: string | null = null, hasMore = true; hasMore;) {
    const page: GraphPage<GraphConversation> = must(
      await graph.listConversations({ ...access, after, limit: pageSize }),
    );
    const changed = page.items.filter(({ updatedAt }) => updatedAt === null || updatedAt >= since);
    for (const { id } of changed) {
      await pause(betweenCallsMs);
      const { messages } = must(
        await graph.getConversationMessages({ conversationId: id, token: access.token }),
      );
      const missed = messages.filter(({ createdAt }) => createdAt >= since);
      yield messagesAsEvents(access.accountInstagramId, missed.toReversed(), now);
    }
    after = page.nextCursor;
    hasMore = after !== null && changed.length === page.items.length;
  }
}

async function* readComments(reading: MissedReading): AsyncGenerator<ParsedEvent[]> {
  const { graph, access, now } = reading;
  const { items } = must(await graph.listMedia({ ...access, limit: pageSize }));
  const recent = items.filter((post, index) => isRecentPost(post, { index, now }));
  for (const { mediaId, commentCount } of recent) {
    if (commentCount !== 0) yield* readCommentsOf(mediaId, reading);
  }
}

/** Whether comments of a post are worth asking for: one of the newest, or young enough for a private answer. */
export const isRecentPost = (
  { createdAt }: Pick<GraphMedia, 'createdAt'>,
  { index, now }: { index: number; now: number },
): boolean => index < newestPosts || (createdAt !== null && createdAt >= now - postAgeMs);

/** The newest come first, but an answer may be newer than what it stands below: a page without anything new ends it. */
async function* readCommentsOf(mediaId: string, reading: MissedReading): AsyncGenerator<ParsedEvent[]> {
  const { graph, access, since, now, pause } = reading;
  for (let after: string | null = null, hasMore = true; hasMore;) {
    await pause(betweenCallsMs);
    const page: GraphPage<GraphComment> = must(
      await graph.listComments({ mediaId, token: access.token, after, limit: pageSize }),
    );
    const missed = page.items.flatMap(withReplies).filter(({ createdAt }) => (createdAt ?? now) >= since);
    yield commentsAsEvents({ accountInstagramId: access.accountInstagramId, mediaId }, missed, now);
    after = page.nextCursor;
    hasMore = after !== null && missed.length > 0;
  }
}

/** A comment and the answers below it. */
export function withReplies(comment: GraphComment): GraphComment[] {
  const replies = comment.replies.map((reply) => ({
    ...reply,
    parentId: reply.parentId ?? comment.commentId,
  }));
  return [comment, ...replies];
}

function must<Data>(result: GraphResult<Data>): Extract<GraphResult<Data>, { ok: true }> {
  if (!result.ok) throw new MissedReadingRefused(result);
  return result;
}
