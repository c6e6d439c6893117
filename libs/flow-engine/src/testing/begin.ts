import type { FlowDefinition } from '@instaflow/flow-model';
import { Conversation } from './conversation';
import type { Setting } from './setting';

/** A conversation in which the flow has just answered a first `hello`. */
export function begin(main: FlowDefinition, setting: Setting = {}): { chat: Conversation; answer: string[] } {
  const chat = new Conversation({ flows: { main }, ...setting });
  return { chat, answer: chat.says('hello') };
}
