import type { SimulatedEvent } from '@instaflow/contracts';
import type { TalkMove } from '@instaflow/flow-engine';

/** An event of the API as a move of a talk. */
export function toTalkMove(event: SimulatedEvent): TalkMove {
  switch (event.type) {
    case 'start':
      return { kind: 'start' };
    case 'text':
      return { kind: 'text', text: event.text };
    case 'tap':
      return { kind: 'tap', payload: event.payload, title: event.title ?? null, as: 'postback' };
    case 'comment':
      return { kind: 'comment', text: event.text, isLive: false };
    case 'advance':
      return { kind: 'pass', ms: event.ms };
  }
}
