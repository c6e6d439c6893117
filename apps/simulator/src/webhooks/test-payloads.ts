import type { webhookFields } from './webhook-config';

const person = { id: '12334' };
const account = { id: '23245' };
const moment = '1527459824';

/**
 * What the dashboard's "Test" button sends: entry id "0", everything under `changes`, made-up ids, and texts where
 * real deliveries have numbers.
 */
export function buildTestPayload(field: (typeof webhookFields)[number], at: number): unknown {
  return {
    object: 'instagram',
    entry: [{ id: '0', time: Math.floor(at / 1000), changes: [{ field, value: valueOf(field) }] }],
  };
}

function valueOf(field: string): Record<string, unknown> {
  const known = values[field];
  if (known) return known;
  return { sender: person, recipient: account, timestamp: moment };
}

const commentValue = {
  from: { id: '232323232', username: 'test' },
  media: { id: '123123123', media_product_type: 'FEED' },
  id: '17865799348089039',
  parent_id: '1231231234',
  text: 'This is an example.',
};

const values: Record<string, Record<string, unknown> | undefined> = {
  comments: commentValue,
  live_comments: commentValue,
  mentions: { media_id: '17887498072083520', comment_id: '17887498072083520' },
  messages: {
    sender: person,
    recipient: account,
    timestamp: moment,
    message: { mid: 'random_mid', text: 'random_text' },
  },
  message_reactions: {
    sender: person,
    recipient: account,
    timestamp: moment,
    reaction: { mid: 'random_mid', action: 'react', reaction: 'love', emoji: '❤️' },
  },
  messaging_postbacks: {
    sender: person,
    recipient: account,
    timestamp: moment,
    postback: { mid: 'random_mid', title: 'Talk to human', payload: 'TALK_TO_HUMAN' },
  },
  messaging_seen: { sender: person, recipient: account, timestamp: moment, read: { mid: 'random_mid' } },
  messaging_referral: {
    sender: person,
    recipient: account,
    timestamp: moment,
    referral: { ref: 'random_ref', source: 'SHORTLINK', type: 'OPEN_THREAD' },
  },
};
