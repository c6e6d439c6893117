import type { Media } from '../comments/comment';
import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import { describeComment, describeMedia } from './describe-media';
import type { GraphAnswer, GraphCall } from './graph-call';
import { paginate } from './paginate';
import { readText } from './read-params';
import { refusals } from './refusals';
import { parseFields, selectFields } from './select-fields';

const maxPage = 50;

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

/** GET /{IG_ID}/media: newest first, stories left out. `/stories` lists those. */
export function listMedia(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'basic');
  const isStories = call.edge === 'stories';
  const all = [...simulation.world.media.values()]
    .filter((media) => media.accountId === call.account.userId)
    .filter((media) => (media.productType === 'STORY') === isStories)
    .reverse();
  const url = `${simulation.baseUrl}/${call.node}/${call.edge}`;
  const page = paginate(all, { params: call.params, defaultLimit: 25, maxLimit: 100, url });
  const fields = parseFields(readText(call.params, 'fields') ?? 'id');
  const data = page.items.map((media) => selectFields(describeMedia(simulation, media), fields));
  return { body: { data, paging: page.paging } };
}

function handleComments(simulation: Simulation, call: GraphCall, media: Media): GraphAnswer {
  requireScope(call.token, 'manage_comments');
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
