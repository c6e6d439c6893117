import { messagingLimits } from '@instaflow/contracts';
import type { KeptMedia, MediaFetch } from '@instaflow/db';
import type { OutboundAnswer, OutboundClient } from '@instaflow/platform';
import type { MediaStore } from './create-media-store';
import type { MediaSlot } from './media-slots';
import { sniffReceivedType, type MediaType } from './sniff-media';

/** Null: try again later. */
export type FetchedSlot = KeptMedia | null;

type Fetching = {
  http: OutboundClient;
  store: Pick<MediaStore, 'keep'>;
  /** How long it is kept, milliseconds. */
  retentionMs: number;
  now: number;
  signal: AbortSignal;
};

const maxBytes = messagingLimits.media.video.bytes;
const timeoutMs = 60_000;
const lasting = new Set(['invalid_url', 'invalid_request', 'address_blocked', 'too_many_redirects']);
const gone = new Set([400, 401, 403, 404, 410]);
/** A shared post may be named by its page, which is nothing to keep. */
const shared = new Set(['share', 'ig_post', 'ig_reel', 'reel', 'fallback', 'template']);

/** Fetches one file of a message and stores it. What can never be had is `failed` with the reason. */
export const fetchMediaSlot = async (
  { slot, url, type }: MediaSlot,
  fetch: MediaFetch,
  { http, store, retentionMs, now, signal }: Fetching,
): Promise<FetchedSlot> => {
  const answer = await http({ method: 'GET', url, headers: {}, body: null, timeoutMs, maxBytes, signal });
  const problem = problemOf(answer);
  if (problem === 'later') return null;
  if (!answer.ok || problem !== null) return { slot, state: 'failed', reason: problem ?? 'unreachable' };
  const until = now + retentionMs;
  const outcome = await store.keep({
    workspaceId: fetch.workspaceId,
    instagramAccountId: fetch.accountId,
    contactId: fetch.contactId,
    messageId: fetch.messageId,
    createdBy: null,
    source: chunksOf(answer.body),
    maxBytes,
    judge: (head) => sniffReceivedType(head, { isAudio: type === 'audio' }),
    nameOf,
    expiresAt: until,
  });
  if (outcome.outcome !== 'kept') {
    const isPage = shared.has(type) && (answer.contentType ?? '').includes('html');
    return isPage ? { slot, state: 'link' } : { slot, state: 'failed', reason: outcome.outcome };
  }
  const { id: mediaFileId, fileName, contentType, bytes } = outcome.file;
  return { slot, state: 'stored', mediaFileId, fileName, contentType, bytes, until };
};

/** Null: nothing; `later`: it may pass. */
const problemOf = (answer: OutboundAnswer): string | null => {
  if (!answer.ok) {
    if (answer.reason === 'too_large') return 'too_large';
    return lasting.has(answer.reason) ? 'address_refused' : 'later';
  }
  if (answer.status < 300) return null;
  return gone.has(answer.status) ? 'gone' : 'later';
};

const nameOf = ({ contentType }: MediaType): string =>
  `instagram.${contentType.split('/')[1]?.replace(/^x-|\+xml$/g, '') ?? 'bin'}`;

/** In pieces, because the first ones tell what it is. */
function* chunksOf(body: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
}
