import type { Media } from '../comments/comment';
import { storeComment } from '../comments/write-comment';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import { describeComment, describeMedia } from './describe-media';
import type { GraphAnswer, GraphCall } from './graph-call';
import { paginate } from './paginate';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

const maxPage = 50;
const storyLifeMs = 24 * 3_600_000;

/** /{media-id} and /{media-id}/comments. */
export function handleMedia(simulation: Simulation, call: GraphCall, media: Media): GraphAnswer {
  if (media.accountId !== call.account.userId) throw refusals.unknownObject(media.id, call.method);
  if (call.edge === 'comments') return handleComments(simulation, call, media);
  if (call.edge !== '') throw refusals.unknownPath(`/${call.edge}`);
  if (call.method === 'POST') {
    requireScope(call.token, 'manage_comments');
    const enabled = readText(call.params, 'comment_enabled');
    if (enabled !== 'true' && enabled !== 'false')
      throw refusals.badParameter('The parameter comment_enabled is required');
    media.areCommentsOff = enabled === 'false';
    return { body: { success: true } };
  }
  requireScope(call.token, 'basic');
  const fields = parseFields(readText(call.params, 'fields') ?? 'id');
  return { body: selectFields(describeMedia(simulation, media), fields) };
}

/** GET /{IG_ID}/media: newest first. `/stories` lists those of the last day, `/live_media` what is on air. */
export function listMedia(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'basic');
  const all = [...simulation.world.media.values()]
    .filter((media) => media.accountId === call.account.userId)
    .filter((media) => isListed(simulation, call.edge, media))
    .reverse();
  const url = `${simulation.baseUrl}/${call.node}/${call.edge}`;
  const page = paginate(all, { params: call.params, defaultLimit: 25, maxLimit: 100, url });
  const fields = parseFields(readText(call.params, 'fields') ?? 'id');
  const data = page.items.map((media) => selectFields(describeMedia(simulation, media), fields));
  return { body: { data, paging: page.paging } };
}

function isListed({ clock }: Simulation, edge: string, media: Media): boolean {
  if (edge === 'live_media') return media.isLive;
  if (edge === 'stories') return media.productType === 'STORY' && clock.now() - media.at <= storyLifeMs;
  return media.productType !== 'STORY';
}

/** POST /{media-id}/comments?message=…: the account comments under its own post. */
function comment(simulation: Simulation, call: GraphCall, media: Media): GraphAnswer {
  const text = readText(call.params, 'message');
  if (!text) throw refusals.badParameter('The parameter message is required');
  if (media.areCommentsOff) throw refusals.badParameter('Comments are switched off for this media');
  const author = { id: call.account.userId, username: call.account.username };
  const { comment: stored, event } = storeComment(simulation, { media, author, parentId: null, text });
  return { body: { id: stored.id }, mid: stored.id, event: event ?? undefined };
}

function handleComments(simulation: Simulation, call: GraphCall, media: Media): GraphAnswer {
  requireScope(call.token, 'manage_comments');
  if (call.method === 'POST') return comment(simulation, call, media);
  if (call.method !== 'GET') throw refusals.unknownPath('/comments');
  const all = [...simulation.world.comments.values()]
    .filter((comment) => comment.mediaId === media.id && comment.parentId === null && !comment.isDeleted)
    .reverse();
  const url = `${simulation.baseUrl}/${media.id}/comments`;
  const page = paginate(all, { params: call.params, defaultLimit: 25, maxLimit: maxPage, url });
  const fields = parseFields(readText(call.params, 'fields') ?? 'id,text,timestamp');
  const data = page.items.map((comment) => selectFields(describeComment(simulation, comment), fields));
  return { body: { data, paging: page.paging } };
}
