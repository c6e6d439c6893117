import { buildMessage } from './build-message';
import type { OutgoingMessage } from './outgoing-message';

const button = { type: 'postback', title: 'Go', payload: 'GO' } as const;
const codeOf = (message: OutgoingMessage) => {
  const built = buildMessage(message);
  return built.ok ? 'ok' : `${built.outcome}:${built.code}`;
};

describe('buildMessage', () => {
  it.each<[OutgoingMessage, object]>([
    [{ text: 'Hi' }, { text: 'Hi' }],
    [
      { text: 'Hi', quickReplies: [{ title: 'Yes', payload: 'Y' }] },
      { text: 'Hi', quick_replies: [{ content_type: 'text', title: 'Yes', payload: 'Y' }] },
    ],
    [
      { text: 'Hi', buttons: [button, { type: 'web_url', title: 'Open', url: 'https://x' }] },
      {
        attachment: {
          type: 'template',
          payload: {
            template_type: 'button',
            text: 'Hi',
            buttons: [button, { type: 'web_url', title: 'Open', url: 'https://x' }],
          },
        },
      },
    ],
    [
      { media: { url: 'https://x/a.png', type: 'image' } },
      { attachment: { type: 'image', payload: { url: 'https://x/a.png' } } },
    ],
    [
      {
        elements: [
          { title: 'A', subtitle: 'b', imageUrl: 'https://x/a', url: 'https://x', buttons: [button] },
        ],
      },
      {
        attachment: {
          type: 'template',
          payload: {
            template_type: 'generic',
            elements: [
              {
                title: 'A',
                subtitle: 'b',
                image_url: 'https://x/a',
                default_action: { type: 'web_url', url: 'https://x' },
                buttons: [button],
              },
            ],
          },
        },
      },
    ],
  ])('builds %j', (message, expected) => {
    expect(buildMessage(message)).toEqual({ ok: true, message: expected });
  });

  it.each<[OutgoingMessage, string]>([
    [{}, 'content:message_empty'],
    [{ text: 'x', media: { url: 'https://x', type: 'image' } }, 'content:message_mixed'],
    [{ media: { url: 'https://x', type: 'image' }, buttons: [button] }, 'content:message_mixed'],
    [{ text: 'x', buttons: [button], quickReplies: [{ title: 'a', payload: 'b' }] }, 'content:message_mixed'],
    [{ text: 'ä'.repeat(500) }, 'ok'],
    [{ text: 'ä'.repeat(501) }, 'content:text_too_long'],
    [{ text: 'x'.repeat(641), buttons: [button] }, 'content:text_too_long'],
    [{ text: 'x', buttons: [button, button, button, button] }, 'content:too_many_buttons'],
    [
      { text: 'x', quickReplies: Array.from({ length: 14 }, () => ({ title: 'a', payload: 'b' })) },
      'content:too_many_quick_replies',
    ],
    [{ elements: Array.from({ length: 11 }, () => ({ title: 'a' })) }, 'content:too_many_cards'],
  ])('judges %j before anything is sent', (message, verdict) => {
    expect(codeOf(message)).toBe(verdict);
  });
});
