import { jsonObject, jsonValue, type JsonValue, type ResponseOf, type endpoints } from '@instaflow/contracts';
import type { Effect, Talk, TalkLine } from '@instaflow/flow-engine';

type Simulation = ResponseOf<typeof endpoints.simulateFlow>;
type TranscriptLine = Simulation['transcript'][number];

/** A talk as the API tells it: what was said on both sides, what was called, and every step with its reason. */
export function toSimulation({ lines, turns, run, contact }: Talk): Simulation {
  const steps = turns.flatMap(({ steps: taken }) => taken);
  return {
    transcript: lines.flatMap((line) => transcribe(line) ?? []),
    trace: steps.map(({ changes: _changes, ...step }) => jsonObject.parse(step)),
    status: run?.status ?? 'idle',
    contact: jsonObject.parse(contact),
  };
}

/** A message that did not arrive was not said. */
function transcribe(line: TalkLine): TranscriptLine | null {
  const at = new Date(line.at).toISOString();
  if (line.kind === 'event') {
    const { kind, text, payload } = line.event;
    return { direction: 'inbound', at, type: kind, content: { text, payload } };
  }
  const content = showEffect(line.effect);
  const isSaid = line.effect.kind === 'http_request' || ['done', 'held'].includes(line.delivery);
  return content === null || !isSaid ? null : { direction: 'outbound', at, type: line.effect.kind, content };
}

function showEffect(effect: Effect): JsonValue {
  switch (effect.kind) {
    case 'send_message':
    case 'private_reply':
      return jsonValue.parse(effect.message);
    case 'comment_reply':
      return { text: effect.text };
    case 'http_request': {
      const { method, url, body } = effect.request;
      return { method, url, body };
    }
    default:
      return null;
  }
}
