import type { Effect } from '../effect';

/** An effect in one word or the text it sends. */
export function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'send_message':
      return effect.message.text ?? effect.message.media?.url ?? 'cards';
    case 'private_reply':
      return `private: ${effect.message.text ?? ''}`;
    case 'comment_reply':
      return `public: ${effect.text}`;
    case 'add_tags':
      return `+${effect.tags.join()}`;
    case 'remove_tags':
      return `-${effect.tags.join()}`;
    case 'set_attribute':
      return `${effect.attribute}=${JSON.stringify(effect.value)}`;
    case 'notify_owner':
      return `owner: ${effect.reason}`;
    default:
      return effect.kind;
  }
}
