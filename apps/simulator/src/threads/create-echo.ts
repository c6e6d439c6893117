import type { Simulation } from '../simulation';
import type { WebhookEvent } from '../webhooks/webhook-event';
import type { Message } from './message';

/** The echo of what the business said, through the API or by the owner in the Instagram app. */
export function createEcho(simulation: Simulation, message: Message): WebhookEvent {
  const { world, appId } = simulation;
  const { accountId, igsid, at } = message;
  const body: Record<string, unknown> = { mid: message.mid };
  if (message.text !== undefined) body['text'] = message.text;
  const attachments = attachmentsOf(message);
  if (attachments) body['attachments'] = attachments;
  if (message.replyToMid) body['reply_to'] = { mid: message.replyToMid };
  body['is_echo'] = true;
  if (world.switches.echoCarriesAppId && message.source === 'api') body['app_id'] = appId;
  return {
    accountId,
    igsid,
    // `both` is made of it when it is sent.
    field: world.switches.echoField === 'messages' ? 'messages' : 'message_echoes',
    kind: 'echo',
    at,
    isStandby: world.threads.get(igsid)?.owner === 'other',
    payload: { sender: { id: accountId }, recipient: { id: igsid }, timestamp: at, message: body },
  };
}

function attachmentsOf(message: Message): unknown[] | null {
  if (message.elements) {
    const elements = message.elements.map((element) => ({
      title: element.title,
      subtitle: element.subtitle,
      image_url: element.imageUrl,
      buttons: element.buttons,
    }));
    return [{ type: 'template', payload: { generic: { elements } } }];
  }
  return message.attachments && message.attachments.length > 0 ? message.attachments : null;
}
