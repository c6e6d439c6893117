import type { ExpectedMessage, FlowTestExpectation, JsonValue } from '@instaflow/flow-model';
import { jsonValueSchema } from '@instaflow/flow-model';
import type { Talk } from '../talk';
import { listMessages, type ShownMessage } from './read-messages';

/** One thing that was not as expected. */
export type FlowTestDifference = {
  /** Index of the step after which it was noticed. */
  step: number;
  /** `message 2`, `tags`, `attribute email`, `status`, … */
  what: string;
  expected: JsonValue;
  actual: JsonValue;
  /** The same as a sentence. */
  message: string;
};

type Moment = { talk: Talk; since: Talk; step: number };

/** Everything about a moment of the talk that is not as expected. */
export function compareMoment(expected: FlowTestExpectation, moment: Moment): FlowTestDifference[] {
  const found = [
    ...compareMessages(expected, moment),
    ...compareContact(expected, moment),
    ...compareRun(expected, moment),
  ];
  return found.map(({ what, expected: wanted, actual }) => ({
    step: moment.step,
    what,
    expected: wanted,
    actual,
    message: `Step ${moment.step + 1}: expected ${what} ${JSON.stringify(wanted)}, got ${JSON.stringify(actual)}.`,
  }));
}

type Finding = Pick<FlowTestDifference, 'what' | 'expected' | 'actual'>;

function check(what: string, expected: unknown, actual: unknown): Finding[] {
  if (expected === undefined) return [];
  const [wanted, got] = [toJson(expected), toJson(actual ?? null)];
  return isSame(wanted, got) ? [] : [{ what, expected: wanted, actual: got }];
}

function toJson(value: unknown): JsonValue {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return jsonValueSchema.parse(plain);
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key) ?? null))
  );
}

function compareMessages({ messages, calls }: FlowTestExpectation, { talk, since }: Moment): Finding[] {
  const lines = talk.lines.slice(since.lines.length);
  const made = lines.flatMap((line) =>
    line.kind === 'effect' && line.effect.kind === 'http_request' ? [line.effect.nodeId] : [],
  );
  return [...(messages ? compareList(messages, listMessages(lines)) : []), ...check('calls of', calls, made)];
}

function compareList(expected: readonly ExpectedMessage[], shown: readonly ShownMessage[]): Finding[] {
  const findings = expected.flatMap((wanted, index): Finding[] => {
    const what = `message ${index + 1}`;
    const message = shown[index];
    if (!message) return [{ what, expected: toJson(wanted), actual: null }];
    return compareMessage(wanted, message, what);
  });
  const surplus = shown.slice(expected.length);
  const [first] = surplus;
  return first
    ? [
        ...findings,
        { what: `message ${expected.length + 1}`, expected: null, actual: toJson(describe(first)) },
      ]
    : findings;
}

function compareMessage(wanted: ExpectedMessage, message: ShownMessage, what: string): Finding[] {
  const isSaid = wanted.contains === undefined || (message.text ?? '').includes(wanted.contains);
  return [
    ...check(`${what} as`, wanted.as, message.as),
    ...check(what, wanted.text, message.text),
    ...(isSaid ? [] : [{ what: `${what} with`, expected: wanted.contains ?? '', actual: message.text }]),
    ...check(`${what} with buttons`, wanted.buttons, message.buttons),
    ...check(`${what} with cards`, wanted.cards, message.cards),
    ...check(`${what} with media`, wanted.mediaUrl, message.mediaUrl),
    ...check(`${what} delivered as`, wanted.delivery, message.delivery),
  ];
}

function describe({ text, mediaUrl, buttons, cards }: ShownMessage): object {
  return {
    ...(text === null ? {} : { text }),
    ...(mediaUrl === null ? {} : { mediaUrl }),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(cards.length > 0 ? { cards } : {}),
  };
}

function compareContact(expected: FlowTestExpectation, { talk }: Moment): Finding[] {
  const { tags = [], withoutTags = [], attributes = {} } = expected;
  const own = new Set(talk.contact.tags);
  const isTagged = tags.every((tag) => own.has(tag)) && !withoutTags.some((tag) => own.has(tag));
  return [
    ...(isTagged
      ? []
      : [{ what: 'tags', expected: toJson({ tags, withoutTags }), actual: toJson(talk.contact.tags) }]),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      check(`attribute ${name}`, value, talk.contact.customAttributes[name]),
    ),
  ];
}

function compareRun(expected: FlowTestExpectation, { talk }: Moment): Finding[] {
  const { run, conversation } = talk;
  const goals = talk.lines.flatMap((line) =>
    line.kind === 'effect' && line.effect.kind === 'goal_reached' ? [line.effect.goal] : [],
  );
  return [
    ...check('status', expected.status, run?.status ?? 'idle'),
    ...check('reason', expected.reason, run?.reason),
    ...check('the run at node', expected.nodeId, run?.nodeId),
    ...check('with a person', expected.isWithPerson, conversation.status === 'pending_human'),
    ...check('goals', expected.goals, goals),
    ...Object.entries(expected.variables ?? {}).flatMap(([name, value]) =>
      check(`variable ${name}`, value, run?.context[name.replace(/^flow\./, '')]),
    ),
  ];
}
