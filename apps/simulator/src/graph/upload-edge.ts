import type { Simulation } from '../simulation';
import { requireScope } from './authenticate';
import type { GraphAnswer, GraphCall } from './graph-call';
import { readObject } from './read-params';
import { refusals } from './refusals';
import { uploadedAttachmentSchema } from './send/message-schema';

/** POST /{IG_ID}/message_attachments: upload once, send often. */
export function uploadAttachment(simulation: Simulation, call: GraphCall): GraphAnswer {
  requireScope(call.token, 'manage_messages');
  const parsed = uploadedAttachmentSchema.safeParse(readObject(call.params, 'message')?.['attachment']);
  if (!parsed.success) throw refusals.badParameter('Param message[attachment] needs a type and payload[url]');
  const [trouble] = call.mediaTroubles.values();
  if (trouble) throw refusals.known(trouble);
  const upload = {
    id: simulation.ids.attachment(),
    accountId: call.account.userId,
    type: parsed.data.type,
    url: parsed.data.payload.url,
  };
  simulation.world.uploads.set(upload.id, upload);
  return { body: { attachment_id: upload.id } };
}
